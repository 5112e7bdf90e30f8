// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * File handles, System V messages and semaphores, asynchronous I/O, kexec, keys and quota: each with usual arguments,
 * NULL, a bad address, memory that ends too soon and unknown commands. Traced by decode.test.
 */
#include <fcntl.h>
#include <errno.h>
#include <linux/aio_abi.h>
#include <linux/kexec.h>
#include <linux/keyctl.h>
#include <linux/quota.h>
#include <linux/dqblk_xfs.h>
#include <asm/ldt.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <stddef.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>
#define BAD ((void *)0x1000)
static char *edge; /* the last bytes of a page before one that is not there */
static void handles(void)
{
	struct {
		unsigned n;
		int t;
		unsigned char f[128];
	} h = {0};
	int id;
	syscall(SYS_name_to_handle_at, AT_FDCWD, "/", &h, &id, 0);
	h.n = 128;
	syscall(SYS_name_to_handle_at, AT_FDCWD, "/tmp", &h, &id, 0);
	syscall(SYS_open_by_handle_at, AT_FDCWD, &h, O_RDONLY);
	syscall(SYS_open_by_handle_at, -1, BAD, O_RDONLY);
	h.n = 0;
	syscall(SYS_open_by_handle_at, -1, &h, O_RDONLY);
	syscall(SYS_name_to_handle_at, AT_FDCWD, "/none", NULL, NULL, 0x400);
	syscall(SYS_name_to_handle_at, AT_FDCWD, "/", edge - 8, &id, 0);
}
static void messages(void)
{
	struct {
		long t;
		char b[64];
	} m = {5, "hello\0world"};
	int q = syscall(SYS_msgget, IPC_PRIVATE, 0600);
	syscall(SYS_msgsnd, q, &m, 12, 0);
	syscall(SYS_msgsnd, q, &m, 0, IPC_NOWAIT);
	syscall(SYS_msgsnd, q, NULL, 4, 0);
	syscall(SYS_msgsnd, q, BAD, 4, 0x10000);
	syscall(SYS_msgsnd, -1, &m, -1L, 0);
	syscall(SYS_msgrcv, q, &m, 64, 0, 0);
	syscall(SYS_msgrcv, q, &m, 64, -7, IPC_NOWAIT | MSG_NOERROR);
	syscall(SYS_msgrcv, q, &m, 64, 0, IPC_NOWAIT | 020000);
	syscall(SYS_msgrcv, q, BAD, 4, 0, IPC_NOWAIT);
	syscall(SYS_msgrcv, -1, NULL, 4, 1, 0);
	syscall(SYS_msgctl, q, IPC_RMID, NULL);
	syscall(SYS_msgctl, q, 77, NULL);
	unsigned short v[3] = {1, 2, 3};
	int s = syscall(SYS_semget, IPC_PRIVATE, 3, 0600);
	syscall(SYS_semctl, s, 0, SETALL, v);
	syscall(SYS_semctl, s, 0, GETALL, v);
	syscall(SYS_semctl, s, 1, SETVAL, 7);
	syscall(SYS_semctl, s, 1, GETVAL, 0);
	syscall(SYS_semctl, s, 0, IPC_RMID, 0);
	syscall(SYS_semctl, s, 0, 0x100 | IPC_RMID, 0);
	syscall(SYS_semctl, -1, 0, SETALL, BAD);
	syscall(SYS_semctl, -1, 0, 77, 1);
}
static void aio(void)
{
	aio_context_t c = 0;
	int fd = open("/tmp", O_TMPFILE | O_RDWR, 0600);
	char b[16] = "abcdefgh";
	struct iovec v = {b, 8};
	struct iocb w = {.aio_data = 0x11,
		.aio_lio_opcode = IOCB_CMD_PWRITE,
		.aio_fildes = fd,
		.aio_buf = (uintptr_t)b,
		.aio_nbytes = 8,
		.aio_offset = 5};
	struct iocb r = {.aio_data = 0x12,
		.aio_lio_opcode = IOCB_CMD_PREAD,
		.aio_fildes = fd,
		.aio_buf = (uintptr_t)b,
		.aio_nbytes = 8,
		.aio_flags = IOCB_FLAG_RESFD,
		.aio_resfd = 77,
		.aio_reqprio = 3};
	struct iocb wv = {.aio_lio_opcode = IOCB_CMD_PWRITEV,
		.aio_fildes = fd,
		.aio_buf = (uintptr_t)&v,
		.aio_nbytes = 1,
		.aio_offset = 0,
		.aio_rw_flags = 1};
	struct iocb rv = {.aio_lio_opcode = IOCB_CMD_PREADV,
		.aio_fildes = fd,
		.aio_buf = (uintptr_t)&v,
		.aio_nbytes = 1};
	struct iocb fs = {.aio_lio_opcode = IOCB_CMD_FSYNC, .aio_fildes = fd};
	struct iocb fd_ = {.aio_lio_opcode = IOCB_CMD_FDSYNC, .aio_fildes = fd};
	struct iocb po = {.aio_lio_opcode = IOCB_CMD_POLL, .aio_fildes = fd, .aio_buf = 5};
	struct iocb no = {.aio_lio_opcode = IOCB_CMD_NOOP, .aio_fildes = fd};
	struct iocb un = {.aio_lio_opcode = 77, .aio_fildes = -1, .aio_key = 5};
	struct iocb *all[] = {&w, &r, &wv, &rv, &fs, &fd_, &po, &no, &un, NULL, BAD};
	struct io_event ev[4];
	syscall(SYS_io_setup, 4, &c);
	syscall(SYS_io_submit, c, 1, all);
	syscall(SYS_io_submit, c, 1, all + 2);
	for (int i = 0; i < 11; i++)
		syscall(SYS_io_submit, 0x111, 1, all + i);
	syscall(SYS_io_submit, 0x111, 11, all);
	syscall(SYS_io_submit, 0x111, 11, BAD);
	syscall(SYS_io_submit, 0x111, 0, NULL);
	syscall(SYS_io_submit, 0x111, 3, edge - 8);
	syscall(SYS_io_getevents, c, 1, 4, ev, NULL);
	syscall(SYS_io_getevents, c, 0, 4, BAD, &(struct timespec){0, 1});
	syscall(SYS_io_cancel, c, &w, ev);
	syscall(SYS_io_cancel, c, BAD, NULL);
	sigset_t m;
	sigemptyset(&m);
	sigaddset(&m, SIGUSR1);
	struct {
		const void *p;
		size_t n;
	} sm = {&m, 8};
	syscall(SYS_io_pgetevents, c, 0, 4, ev, &(struct timespec){0, 1}, &sm);
	syscall(SYS_io_pgetevents, c, 0, 4, ev, NULL, BAD);
	syscall(SYS_io_pgetevents, 0x55, 0, 4, ev, NULL, NULL);
	syscall(SYS_io_destroy, c);
	struct sigevent se = {
		.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1, .sigev_value.sival_int = 5};
	syscall(SYS_mq_notify, -1, &se);
	syscall(SYS_mq_notify, -1, NULL);
	syscall(SYS_mq_notify, -1, BAD);
}
static void sys(void)
{
	struct kexec_segment s[2] = {{BAD, 5, BAD, 4096}, {NULL, 0, NULL, 0}};
	struct user_desc u = {.entry_number = -1,
		.base_addr = 0x1000,
		.limit = 5,
		.seg_32bit = 1,
		.contents = 2,
		.useable = 1};
	char b[64];
	syscall(SYS_kexec_load, 0x1000, 2, s, 0x80000000);
	syscall(SYS_kexec_load, 0, 17, s, KEXEC_ARCH_X86_64 | KEXEC_ON_CRASH);
	syscall(SYS_kexec_load, 0, 1, BAD, 0x30000 | 8);
	syscall(SYS_set_thread_area, &u);
	syscall(SYS_set_thread_area, BAD);
	syscall(SYS_ustat, 0x801, b);
	syscall(SYS_ustat, 0, NULL);
	syscall(SYS_sysfs, 1, "ext4");
	syscall(SYS_sysfs, 2, 0, b);
	syscall(SYS_sysfs, 3);
	syscall(SYS_lookup_dcookie, 5, b, 9);
	syscall(SYS_uselib, "/none");
	syscall(SYS_syslog, 3, b, 10);
	syscall(SYS_syslog, 77, BAD, 10);
	syscall(SYS_syslog, 10, BAD, 10);
}
static void keys(void)
{
	char b[64];
	struct iovec v[2] = {{"ab", 2}, {"cd", 2}};
	struct keyctl_dh_params dh = {.private = 1, .prime = 2, .base = 3};
	struct keyctl_kdf_params kdf = {.hashname = "sha256", .otherinfo = "x", .otherinfolen = 1};
	struct keyctl_pkey_query pq = {0};
	struct keyctl_pkey_params pp = {.key_id = 5, .in_len = 2, .out_len = 64};
	int k = syscall(SYS_add_key, "user", "desc", "pay", 3, KEY_SPEC_PROCESS_KEYRING);
	for (int i = 0; i < 32; i++)
		syscall(SYS_keyctl, i, -77, 0, 0, 0);
	syscall(SYS_keyctl, KEYCTL_DESCRIBE, k, b, 64);
	syscall(SYS_keyctl, KEYCTL_DESCRIBE, k, b, 2);
	syscall(SYS_keyctl, KEYCTL_READ, k, b, 64);
	syscall(SYS_keyctl, KEYCTL_READ, KEY_SPEC_PROCESS_KEYRING, b, 64);
	syscall(SYS_keyctl, KEYCTL_SETPERM, k, 0x3f3f0000);
	syscall(SYS_keyctl, KEYCTL_SETPERM, k, 0xffffffff);
	syscall(SYS_keyctl, KEYCTL_SETPERM, k, 0);
	syscall(SYS_keyctl, KEYCTL_REJECT, k, 5, ENOKEY, 0);
	syscall(SYS_keyctl, KEYCTL_REJECT, k, 5, 9999, KEY_SPEC_SESSION_KEYRING);
	syscall(SYS_keyctl, KEYCTL_INSTANTIATE_IOV, k, v, 2, 0);
	syscall(SYS_keyctl, KEYCTL_INSTANTIATE_IOV, k, BAD, 2, 0);
	syscall(SYS_keyctl, KEYCTL_INSTANTIATE, k, NULL, 0, KEY_SPEC_THREAD_KEYRING);
	syscall(SYS_keyctl, KEYCTL_DH_COMPUTE, &dh, b, 64, NULL);
	syscall(SYS_keyctl, KEYCTL_DH_COMPUTE, &dh, b, 64, &kdf);
	syscall(SYS_keyctl, KEYCTL_DH_COMPUTE, BAD, b, 64, BAD);
	syscall(SYS_keyctl, KEYCTL_PKEY_QUERY, k, 0, "enc=pkcs1", &pq);
	syscall(SYS_keyctl, KEYCTL_PKEY_ENCRYPT, &pp, "enc=pkcs1", "ab", b);
	syscall(SYS_keyctl, KEYCTL_PKEY_DECRYPT, &pp, "enc=pkcs1", "ab", b);
	syscall(SYS_keyctl, KEYCTL_PKEY_SIGN, &pp, "enc=pkcs1", "ab", b);
	syscall(SYS_keyctl, KEYCTL_PKEY_VERIFY, BAD, NULL, BAD, NULL);
	struct keyctl_pkey_params pv = {
		.key_id = -1, .in_len = 40, .in2_len = 3, .__spare = {1, 2}};
	static const char data[64] = "a\0\1\200bcdefghijklmnopqrstuvwxyz0123456789";
	for (int op = KEYCTL_PKEY_QUERY; op <= KEYCTL_PKEY_VERIFY; op++) {
		syscall(SYS_keyctl, op, &pv, "enc=raw hash=sha256", data, data);
		syscall(SYS_keyctl, op, &pv, NULL, NULL, BAD);
		syscall(SYS_keyctl, op, edge - 4, "enc=raw", data, data);
		syscall(SYS_keyctl, op, 0, 7, NULL, &pq);
	}
	for (int op = 0; op < KEYCTL_WATCH_KEY; op++)
		for (int i = 0; i < 3; i++) {
			char *a = i == 0 ? BAD : i == 1 ? edge - 4 : (char *)data + 4;
			syscall(SYS_keyctl, op, a, a, a, a);
			syscall(SYS_keyctl, op, -i, a, (long)i << 32 | 5, i);
		}
	syscall(SYS_keyctl, KEYCTL_RESTRICT_KEYRING, k, "asymmetric", "builtin");
	syscall(SYS_keyctl, KEYCTL_RESTRICT_KEYRING, k, NULL, NULL);
	syscall(SYS_keyctl, KEYCTL_MOVE, k, KEY_SPEC_PROCESS_KEYRING, KEY_SPEC_THREAD_KEYRING, 1);
	syscall(SYS_keyctl, KEYCTL_MOVE, k, 1, 2, 6);
	syscall(SYS_keyctl, KEYCTL_CAPABILITIES, b, 64);
	syscall(SYS_keyctl, KEYCTL_CAPABILITIES, b, 1);
	syscall(SYS_keyctl, KEYCTL_SET_REQKEY_KEYRING, KEY_REQKEY_DEFL_NO_CHANGE);
	syscall(SYS_keyctl, KEYCTL_SET_REQKEY_KEYRING, 77);
	syscall(SYS_keyctl, KEYCTL_GET_SECURITY, k, b, 64);
	syscall(SYS_keyctl, KEYCTL_SEARCH, k, "user", "desc", 0);
	syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, k, 5);
	syscall(SYS_keyctl, KEYCTL_NEGATE, k, 5, KEY_SPEC_THREAD_KEYRING);
	syscall(SYS_keyctl, KEYCTL_CHOWN, k, -1, -1);
	syscall(SYS_keyctl, KEYCTL_INVALIDATE, k);
	syscall(SYS_request_key, "user", "none", "callout", KEY_SPEC_SESSION_KEYRING);
}
static void filesystems(void)
{
	static const char data[64] = "a\0\1\200bcdefghijklmnopqrstuvwxyz0123456789";
	for (int cmd = 0; cmd < 8; cmd++) {
		syscall(SYS_fsconfig, -1, cmd, "key", data, 5);
		syscall(SYS_fsconfig, -1, cmd, "key", data, 40);
		syscall(SYS_fsconfig, -1, cmd, "key", data, 2000000);
		syscall(SYS_fsconfig, -1, cmd, NULL, NULL, 0);
		syscall(SYS_fsconfig, -1, cmd, BAD, BAD, AT_FDCWD);
		syscall(SYS_fsconfig, -1, cmd, edge - 4, edge - 4, 4);
	}
}
static void quota(void)
{
	char b[512];
	memset(b, 0, sizeof(b));
	static const unsigned c[] = {Q_SYNC, Q_QUOTAON, Q_QUOTAOFF, Q_GETFMT, Q_GETINFO, Q_SETINFO,
		Q_GETQUOTA, Q_SETQUOTA, Q_GETNEXTQUOTA, Q_XQUOTAON, Q_XQUOTAOFF, Q_XGETQUOTA,
		Q_XSETQLIM, Q_XGETQSTAT, Q_XQUOTARM, Q_XQUOTASYNC, Q_XGETQSTATV, Q_XGETNEXTQUOTA,
		0x123456};
	for (unsigned i = 0; i < sizeof(c) / 4; i++)
		for (int t = 0; t < 4; t++) {
			syscall(SYS_quotactl, QCMD(c[i], t), "/dev/none", t == 3 ? -1 : 1000,
				t == 1	 ? NULL
				: t == 2 ? BAD
					 : b);
			syscall(SYS_quotactl_fd, -1, QCMD(c[i], t), t == 3 ? -1 : 1000,
				t == 1	 ? NULL
				: t == 2 ? BAD
					 : b);
		}
}
int main()
{
	edge = (char *)mmap(NULL, 8192, 3, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) + 4096;
	munmap(edge, 4096);
	handles();
	messages();
	aio();
	sys();
	keys();
	filesystems();
	quota();
}
