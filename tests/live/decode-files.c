// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The calls of the file families, each with usual arguments, with NULL, with a bad address and with unknown flags.
 * Traced by decode.test; works in the current directory and makes nothing outside of it.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/openat2.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utime.h>

#define BAD ((void *)0x1000)

static void opens(void)
{
	struct open_how how = {.flags = O_RDWR | O_CREAT, .mode = 0640, .resolve = RESOLVE_BENEATH};
	struct open_how unknown = {.flags = O_PATH, .resolve = ~0ULL};
	int fd;

	fd = syscall(SYS_open, "file", O_RDWR | O_CREAT | O_TRUNC, 0644);
	if (write(fd, "line\tone\nline two\n\1\377", 20) != 20)
		return;
	syscall(SYS_close, fd);
	syscall(SYS_open, "none", 0x80000000 | O_NOFOLLOW);
	syscall(SYS_open, BAD, O_WRONLY | O_APPEND | O_SYNC | O_NONBLOCK);
	syscall(SYS_open, NULL, O_ACCMODE);
	close(syscall(SYS_creat, "made", 0600));
	syscall(SYS_openat, AT_FDCWD, "dir/none", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	close(syscall(SYS_openat, AT_FDCWD, ".", O_TMPFILE | O_RDWR, 0600));
	syscall(SYS_openat, -5, "relative", O_RDONLY | O_LARGEFILE | 0x8000);
	close(syscall(SYS_openat2, AT_FDCWD, "file", &how, sizeof(how)));
	syscall(SYS_openat2, AT_FDCWD, "file", &unknown, sizeof(unknown));
	syscall(SYS_openat2, AT_FDCWD, "file", NULL, sizeof(how));
	syscall(SYS_openat2, AT_FDCWD, "file", BAD, sizeof(how));
	syscall(SYS_close, -1);
	syscall(SYS_close_range, 100, 110, 0);
	syscall(SYS_close_range, 100, ~0U, 6);
	syscall(SYS_close_range, 100, 110, 8);
}

static void states(void)
{
	struct stat st;
	struct statx stx;
	struct statfs sfs;

	syscall(SYS_stat, "file", &st);
	syscall(SYS_stat, "none", &st);
	syscall(SYS_stat, BAD, &st);
	syscall(SYS_stat, "file", NULL);
	syscall(SYS_stat, "file", BAD);
	syscall(SYS_stat, "/dev/null", &st);
	syscall(SYS_lstat, "/proc/self/exe", &st);
	syscall(SYS_lstat, "/", &st);
	syscall(SYS_fstat, 0, &st);
	syscall(SYS_fstat, -1, &st);
	syscall(SYS_newfstatat, AT_FDCWD, "file", &st, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
	syscall(SYS_newfstatat, AT_FDCWD, "", &st, AT_EMPTY_PATH);
	syscall(SYS_newfstatat, 0, "file", &st, 1);
	syscall(SYS_newfstatat, 0, "file", &st, 0x40000000 | AT_EMPTY_PATH);
	syscall(SYS_statx, AT_FDCWD, "file", AT_STATX_SYNC_AS_STAT, STATX_ALL, &stx);
	syscall(SYS_statx, AT_FDCWD, "/dev/null", AT_STATX_DONT_SYNC | AT_SYMLINK_NOFOLLOW,
		STATX_BASIC_STATS, &stx);
	syscall(SYS_statx, AT_FDCWD, "none", AT_STATX_FORCE_SYNC, 0x80000000, &stx);
	syscall(SYS_statfs, "/proc", &sfs);
	syscall(SYS_statfs, "/dev", &sfs);
	syscall(SYS_statfs, "none", &sfs);
	syscall(SYS_fstatfs, -1, &sfs);
	syscall(SYS_access, "file", R_OK | W_OK);
	syscall(SYS_access, "file", F_OK);
	syscall(SYS_access, "none", 8);
	syscall(SYS_faccessat, AT_FDCWD, "file", X_OK);
	syscall(SYS_faccessat2, AT_FDCWD, "file", R_OK, AT_EACCESS | AT_SYMLINK_NOFOLLOW);
	syscall(SYS_faccessat2, AT_FDCWD, "file", 0xf0, 1);
}

static void changes(void)
{
	struct utimbuf times = {1700000000, 1700000001};
	struct timeval tv[2] = {{1700000000, 5}, {1700000001, 999999}};
	struct timespec ts[2] = {{0, UTIME_NOW}, {1700000001, 7}},
			omit[2] = {{0, UTIME_OMIT}, {0, UTIME_OMIT}};

	syscall(SYS_chmod, "file", 04755);
	syscall(SYS_chmod, "file", 0);
	syscall(SYS_fchmod, -1, 0177777);
	syscall(SYS_fchmodat, AT_FDCWD, "file", 0644);
	syscall(SYS_chown, "file", -1, -1);
	syscall(SYS_lchown, "file", 0, 0);
	syscall(SYS_fchown, -1, 70000, 3000000000U);
	syscall(SYS_fchownat, AT_FDCWD, "file", 0, -1, AT_SYMLINK_NOFOLLOW);
	syscall(SYS_utime, "file", &times);
	syscall(SYS_utime, "file", NULL);
	syscall(SYS_utimes, "file", tv);
	syscall(SYS_futimesat, AT_FDCWD, "file", tv);
	syscall(SYS_utimensat, AT_FDCWD, "file", ts, 0);
	syscall(SYS_utimensat, AT_FDCWD, "file", omit, AT_SYMLINK_NOFOLLOW);
	syscall(SYS_utimensat, AT_FDCWD, NULL, NULL, 0);
	syscall(SYS_utimensat, AT_FDCWD, "file", BAD, 0);
	syscall(SYS_umask, 027);
	syscall(SYS_umask, 022);
	syscall(SYS_truncate, "file", 12);
	syscall(SYS_ftruncate, -1, -1L);
	syscall(SYS_fallocate, -1, 0, 0L, 4096L);
	syscall(SYS_fallocate, -1, 3, 4096L, 4096L);
	syscall(SYS_fallocate, -1, 0x100, 0L, 1L);
	syscall(SYS_fadvise64, 0, 0L, 0L, 2);
	syscall(SYS_fadvise64, -1, 5L, 7L, 9);
	syscall(SYS_readahead, -1, 0L, 4096L);
	syscall(SYS_sync_file_range, -1, 0L, 4096L, 7);
	syscall(SYS_fsync, -1);
	syscall(SYS_fdatasync, -1);
	syscall(SYS_syncfs, -1);
	syscall(SYS_flock, -1, LOCK_EX | LOCK_NB);
	syscall(SYS_flock, -1, 0x10);
}

static void attributes(void)
{
	char buf[256];

	syscall(SYS_setxattr, "file", "user.one", "value\0\1", 7, XATTR_CREATE);
	syscall(SYS_setxattr, "file", "user.two", "v", 1, 0);
	syscall(SYS_lsetxattr, "file", "user.two", NULL, 0, 4);
	syscall(SYS_fsetxattr, -1, "user.two", BAD, 10, XATTR_REPLACE);
	syscall(SYS_getxattr, "file", "user.one", buf, sizeof(buf));
	syscall(SYS_getxattr, "file", "user.one", NULL, 0);
	syscall(SYS_getxattr, "file", "user.one", buf, 1);
	syscall(SYS_lgetxattr, "file", "user.none", buf, sizeof(buf));
	syscall(SYS_fgetxattr, -1, "user.none", buf, sizeof(buf));
	syscall(SYS_listxattr, "file", buf, sizeof(buf));
	syscall(SYS_listxattr, "file", NULL, 0);
	syscall(SYS_llistxattr, "none", buf, sizeof(buf));
	syscall(SYS_flistxattr, -1, buf, sizeof(buf));
	syscall(SYS_removexattr, "file", "user.one");
	syscall(SYS_lremovexattr, "file", "user.none");
	syscall(SYS_fremovexattr, -1, BAD);
}

static void names(void)
{
	char buf[4096];
	int fd;

	syscall(SYS_mkdir, "dir", 0755);
	syscall(SYS_mkdirat, AT_FDCWD, "dir", 01777);
	syscall(SYS_mknod, "fifo", S_IFIFO | 0600, 0);
	syscall(SYS_mknod, "none/device", S_IFCHR | 0666, makedev(1, 3));
	syscall(SYS_mknodat, AT_FDCWD, "none/device", S_IFBLK | 0600, makedev(259, 70000));
	syscall(SYS_mknodat, AT_FDCWD, "none/regular", 0600, 0);
	syscall(SYS_link, "file", "link");
	syscall(SYS_linkat, AT_FDCWD, "file", AT_FDCWD, "link", AT_SYMLINK_FOLLOW);
	syscall(SYS_symlink, "file", "symlink");
	syscall(SYS_symlinkat, "file\nname", AT_FDCWD, "symlink2");
	syscall(SYS_readlink, "symlink", buf, sizeof(buf));
	syscall(SYS_readlink, "symlink", buf, 2);
	syscall(SYS_readlink, "file", buf, sizeof(buf));
	syscall(SYS_readlinkat, AT_FDCWD, "symlink2", buf, sizeof(buf));
	syscall(SYS_rename, "link", "link2");
	syscall(SYS_renameat, AT_FDCWD, "none", AT_FDCWD, "other");
	syscall(SYS_renameat2, AT_FDCWD, "link2", AT_FDCWD, "file", RENAME_EXCHANGE);
	syscall(SYS_renameat2, AT_FDCWD, "none", AT_FDCWD, "file", 8);
	fd = open(".", O_RDONLY | O_DIRECTORY);
	while (syscall(SYS_getdents64, fd, buf, sizeof(buf)) > 0)
		continue;
	syscall(SYS_lseek, fd, 0L, SEEK_SET);
	syscall(SYS_getdents, fd, buf, 4096);
	syscall(SYS_getdents64, -1, buf, 4096);
	syscall(SYS_fchdir, fd);
	syscall(SYS_chdir, "dir");
	syscall(SYS_chdir, "..");
	syscall(SYS_chdir, BAD);
	syscall(SYS_getcwd, buf, 1);
	syscall(SYS_getcwd, NULL, 0);
	syscall(SYS_getcwd, buf, sizeof(buf));
	close(fd);
	syscall(SYS_unlink, "fifo");
	syscall(SYS_unlinkat, AT_FDCWD, "dir", AT_REMOVEDIR);
	syscall(SYS_rmdir, "dir");
	syscall(SYS_unlinkat, AT_FDCWD, "symlink2", 0);
	syscall(SYS_unlink, "symlink");
	syscall(SYS_unlink, "link2");
	syscall(SYS_unlink, "made");
	syscall(SYS_chroot, "none");
	syscall(SYS_pivot_root, "none", NULL);
}

static void transfers(void)
{
	char one[8], two[64];
	struct iovec iov[2] = {{one, sizeof(one)}, {two, sizeof(two)}},
		     bad[2] = {{BAD, 5}, {NULL, 0}};
	off_t offset = 2;
	int fd = open("file", O_RDWR), fds[2], out = open("out", O_RDWR | O_CREAT, 0600);

	syscall(SYS_read, fd, two, sizeof(two));
	syscall(SYS_read, fd, two, 0);
	syscall(SYS_read, fd, BAD, 10);
	syscall(SYS_read, -1, NULL, 10);
	syscall(SYS_write, -1, "never written, and longer than what is shown of it", 50);
	syscall(SYS_write, -1, BAD, 3);
	syscall(SYS_write, -1, NULL, 0);
	syscall(SYS_pread64, fd, two, 5, 3L);
	syscall(SYS_pwrite64, fd, "\0\0001", 3, 5L);
	syscall(SYS_lseek, fd, -1L, SEEK_END);
	syscall(SYS_lseek, fd, 0L, 9);
	syscall(SYS_lseek, fd, 0L, SEEK_SET);
	syscall(SYS_readv, fd, iov, 2);
	syscall(SYS_preadv, fd, iov, 2, 1L, 0L);
	syscall(SYS_preadv2, fd, iov, 2, 1L, 0L, 0);
	syscall(SYS_preadv2, fd, iov, 2, 1L, 0L, 0x80000000);
	syscall(SYS_writev, out, iov, 2);
	syscall(SYS_writev, out, bad, 2);
	syscall(SYS_writev, out, BAD, 2);
	syscall(SYS_writev, out, NULL, 0);
	syscall(SYS_pwritev, out, iov, 1, 0L, 0L);
	syscall(SYS_pwritev2, out, iov, 1, 0L, 0L, 2);
	syscall(SYS_sendfile, out, fd, &offset, 3L);
	syscall(SYS_sendfile, out, fd, NULL, 3L);
	syscall(SYS_sendfile, -1, fd, BAD, 3L);
	offset = 0;
	syscall(SYS_copy_file_range, fd, &offset, out, NULL, 4L, 0);
	syscall(SYS_pipe, fds);
	syscall(SYS_splice, fd, NULL, fds[1], NULL, 3L, 1);
	syscall(SYS_tee, fds[0], fds[1], 3L, 2);
	syscall(SYS_vmsplice, fds[1], iov, 1, 8);
	close(fds[0]);
	close(fds[1]);
	syscall(SYS_pipe2, fds, O_CLOEXEC | O_NONBLOCK);
	syscall(SYS_pipe2, NULL, 0);
	syscall(SYS_pipe2, fds, 1);
	close(fds[0]);
	close(fds[1]);
	close(fd);
	close(out);
	unlink("out");
}

static void descriptors(void)
{
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 1, .l_len = 2};
	struct f_owner_ex owner = {F_OWNER_PID, 1};
	int fd = open("file", O_RDWR | O_APPEND);

	close(syscall(SYS_dup, fd));
	syscall(SYS_dup, -1);
	syscall(SYS_dup2, fd, 20);
	syscall(SYS_dup3, fd, 20, O_CLOEXEC);
	syscall(SYS_dup3, fd, fd, 1);
	close(20);
	close(syscall(SYS_fcntl, fd, F_DUPFD, 10));
	close(syscall(SYS_fcntl, fd, F_DUPFD_CLOEXEC, 10));
	syscall(SYS_fcntl, fd, F_GETFD);
	syscall(SYS_fcntl, fd, F_SETFD, FD_CLOEXEC);
	syscall(SYS_fcntl, fd, F_GETFD);
	syscall(SYS_fcntl, fd, F_GETFL);
	syscall(SYS_fcntl, fd, F_SETFL, O_NONBLOCK | O_RDWR);
	syscall(SYS_fcntl, fd, F_GETLK, &lock);
	syscall(SYS_fcntl, fd, F_SETLK, &lock);
	syscall(SYS_fcntl, fd, F_OFD_SETLK, &lock);
	syscall(SYS_fcntl, fd, F_SETLKW, BAD);
	syscall(SYS_fcntl, fd, F_GETOWN);
	syscall(SYS_fcntl, fd, F_SETOWN_EX, &owner);
	syscall(SYS_fcntl, fd, F_GETOWN_EX, &owner);
	syscall(SYS_fcntl, fd, F_SETSIG, 10);
	syscall(SYS_fcntl, fd, F_GETSIG);
	syscall(SYS_fcntl, fd, F_SETSIG, 0);
	syscall(SYS_fcntl, fd, F_GETSIG);
	syscall(SYS_fcntl, fd, F_GETLEASE);
	syscall(SYS_fcntl, fd, F_SETLEASE, 5);
	syscall(SYS_fcntl, fd, F_GET_SEALS);
	syscall(SYS_fcntl, fd, F_GETPIPE_SZ);
	syscall(SYS_fcntl, fd, 99, 0x1234);
	syscall(SYS_fcntl, -1, F_GETFL);
	close(fd);
	fd = syscall(SYS_memfd_create, "memory", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	syscall(SYS_fcntl, fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW);
	syscall(SYS_fcntl, fd, F_GET_SEALS);
	close(fd);
	syscall(SYS_memfd_create, NULL, 0x20);
	close(syscall(SYS_eventfd2, 5, EFD_NONBLOCK | EFD_SEMAPHORE));
	syscall(SYS_eventfd2, 5, 2);
	fd = syscall(SYS_inotify_init1, IN_CLOEXEC);
	syscall(SYS_inotify_add_watch, fd, "file", IN_MODIFY | IN_CLOSE | IN_ONESHOT);
	syscall(SYS_inotify_rm_watch, fd, 77);
	close(fd);
	syscall(SYS_inotify_init1, 1);
}

int main(void)
{
	opens();
	states();
	changes();
	attributes();
	names();
	transfers();
	descriptors();
	unlink("file");
	return 0;
}
