/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The part of the probe that says what a file descriptor of a task is: its path, name by
 * name from the file up to the root, or its socket's addresses; never sleeps. Included once, by
 * probe.bpf.c. Unless `choices.describe` is set, none of its ops is looked at (capture.h), and all of this
 * is dead code to the verifier.
 *
 * Nothing is locked: a file that another thread closes or renames meanwhile gives a wrong name, as it
 * would a moment later; all reads are safe.
 */

#define PIPEFS_MAGIC	  0x50495045 /* include/uapi/linux/magic.h */
#define SOCKFS_MAGIC	  0x534f434b
#define ANON_INODE_MAGIC  0x09041934
#define NSFS_MAGIC	  0x6e736673
#define PIDFS_MAGIC	  0x50494446
#define S_IFMT		  0170000
#define S_IFCHR		  0020000
#define S_IFBLK		  0060000
#define AF_UNIX		  1
#define AF_INET		  2
#define AF_INET6	  10
#define AF_NETLINK	  16
#define MINOR_BITS	  20 /* of the kernel's own dev_t */
#define MOST_NAME	  256
#define MOST_PATH_STEPS	  512 /* names and mounts on the way to the root */
#define MOST_UNIX_ADDRESS 108

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct qstr {
	__u32 len;
	const unsigned char *name;
};

struct hlist_bl_node {
	struct hlist_bl_node **pprev;
};

struct dentry_operations {
	void *d_dname;
};

struct dentry {
	struct hlist_bl_node d_hash;
	struct dentry *d_parent;
	struct qstr d_name;
	const struct dentry_operations *d_op;
};

struct vfsmount {
	struct dentry *mnt_root;
};

struct mount {
	struct mount *mnt_parent;
	struct dentry *mnt_mountpoint;
	struct vfsmount mnt;
};

struct path {
	struct vfsmount *mnt;
	struct dentry *dentry;
};

struct super_block {
	unsigned long s_magic;
};

struct inode {
	__u16 i_mode;
	struct super_block *i_sb;
	unsigned long i_ino;
	__u32 i_rdev;
	void *i_private;
};

struct file {
	struct path f_path;
	struct inode *f_inode;
	void *private_data;
};

struct fdtable {
	unsigned int max_fds;
	struct file **fd;
};

struct files_struct {
	struct fdtable *fdt;
};

struct fs_struct {
	struct path pwd;
};

struct hlist_node;

struct hlist_head {
	struct hlist_node *first;
};

struct upid {
	int nr;
	struct pid_namespace *ns;
};

struct pid {
	unsigned int level;
	struct hlist_head tasks[1];
	struct upid numbers[1];
};

struct proc_ns_operations {
	const char *name;
};

struct ns_common {
	const struct proc_ns_operations *ops;
	unsigned int inum;
};

struct pid_namespace {
	int reboot; /* the signal that its first process is said to have ended by */
	struct ns_common ns;
};

struct in6_addr {
	__u8 bytes[16];
};

struct sock_common {
	__u16 skc_family;
	__u16 skc_num;
	__u16 skc_dport;
	__u32 skc_daddr;
	__u32 skc_rcv_saddr;
	struct in6_addr skc_v6_daddr;
	struct in6_addr skc_v6_rcv_saddr;
};

struct socket;

struct sock {
	struct sock_common __sk_common;
	struct socket *sk_socket;
	__u16 sk_protocol;
};

struct socket {
	struct file *file;
	struct sock *sk;
};

struct sockaddr_un {
	__u16 sun_family;
};

struct unix_address {
	int len;
	struct sockaddr_un name[];
};

struct unix_sock {
	struct unix_address *addr;
	struct sock *peer;
};

struct netlink_sock {
	__u32 portid;
};

#pragma clang attribute pop

/* ---- paths ---- */

struct walk {
	unsigned char *names;
	struct dentry *dentry;
	struct mount *mount;
	__u32 at; /* bytes of names */
	__u32 failed;
};

/* One name, or the step from a mount to where it is mounted. */
static int walk_step(__u32 i, void *ctx)
{
	struct walk *w = ctx;
	struct dentry *dentry = w->dentry, *parent;
	struct mount *mount = w->mount, *above;
	__u64 at = w->at;
	long got;

	if (dentry == BPF_CORE_READ(mount, mnt.mnt_root)) {
		above = BPF_CORE_READ(mount, mnt_parent);
		if (above == mount || !above)
			return 1;
		w->dentry = BPF_CORE_READ(mount, mnt_mountpoint);
		w->mount = above;
		return 0;
	}
	parent = BPF_CORE_READ(dentry, d_parent);
	if (parent == dentry || !parent)
		return 1;
	w->failed = 1;
	if (at > DESCRIPTOR_MAX - sizeof(struct descriptor) - MOST_NAME)
		return 1;
	got = bpf_probe_read_kernel_str(
		w->names + at, MOST_NAME, BPF_CORE_READ(dentry, d_name.name));
	if (got <= 0)
		return 1;
	w->at = at + got;
	w->dentry = parent;
	w->failed = 0;
	return 0;
}

static __always_inline struct mount *mount_of(struct vfsmount *mnt)
{
	return (struct mount *)((char *)mnt - bpf_core_field_offset(struct mount, mnt));
}

/* The names of the path of @dentry. Returns their bytes, or <0. */
static __always_inline long describe_path(
	struct descriptor *d, struct vfsmount *mnt, struct dentry *dentry)
{
	struct walk walk = {
		.names = (unsigned char *)(d + 1),
		.dentry = dentry,
		.mount = mount_of(mnt),
	};

	d->kind = DESCRIPTOR_FILE;
	if (!BPF_CORE_READ(dentry, d_hash.pprev) && BPF_CORE_READ(dentry, d_parent) != dentry)
		d->flags |= DESCRIPTOR_DELETED;
	bpf_loop(MOST_PATH_STEPS, walk_step, &walk, 0);
	return walk.failed ? -1 : (long)walk.at;
}

/* ---- sockets ---- */

static __always_inline void describe_inet(struct descriptor *d, struct sock *sk, int v6)
{
	d->port[0] = BPF_CORE_READ(sk, __sk_common.skc_num);
	if (!d->port[0])
		return;
	d->flags |= DESCRIPTOR_BOUND;
	if (v6)
		bpf_core_read(d->address[0], 16, &sk->__sk_common.skc_v6_rcv_saddr);
	else
		bpf_core_read(d->address[0], 4, &sk->__sk_common.skc_rcv_saddr);
	d->port[1] = bpf_ntohs(BPF_CORE_READ(sk, __sk_common.skc_dport));
	if (!d->port[1])
		return;
	d->flags |= DESCRIPTOR_CONNECTED;
	if (v6)
		bpf_core_read(d->address[1], 16, &sk->__sk_common.skc_v6_daddr);
	else
		bpf_core_read(d->address[1], 4, &sk->__sk_common.skc_daddr);
}

/* Returns the bytes of the address that it is bound to, which go behind the protocol's name. */
static __always_inline long describe_unix(struct descriptor *d, struct sock *sk, __u64 at)
{
	struct unix_sock *u = (struct unix_sock *)sk;
	struct sock *peer = BPF_CORE_READ(u, peer);
	struct unix_address *addr = BPF_CORE_READ(u, addr);
	__u64 len;

	if (peer) {
		d->peer = BPF_CORE_READ(peer, sk_socket, file, f_inode, i_ino);
		if (d->peer)
			d->flags |= DESCRIPTOR_CONNECTED;
	}
	if (!addr)
		return 0;
	len = BPF_CORE_READ(addr, len) - sizeof(__u16); /* of the family */
	if (len > MOST_UNIX_ADDRESS)
		return 0;
	CAPTURE_BOUND(len, MOST_UNIX_ADDRESS);
	CAPTURE_BOUND(at, MOST_NAME);
	if (bpf_probe_read_kernel((unsigned char *)(d + 1) + at, len,
		    (char *)addr + bpf_core_field_offset(struct unix_address, name) +
			    sizeof(__u16)))
		return 0;
	d->flags |= DESCRIPTOR_BOUND;
	return len;
}

static __always_inline long describe_socket(
	struct descriptor *d, struct file *file, struct dentry *dentry)
{
	struct socket *socket = BPF_CORE_READ(file, private_data);
	struct sock *sk = BPF_CORE_READ(socket, sk);
	long got = bpf_probe_read_kernel_str(d + 1, MOST_NAME, BPF_CORE_READ(dentry, d_name.name));

	d->kind = DESCRIPTOR_SOCKET;
	if (got <= 0)
		return -1;
	d->family = BPF_CORE_READ(sk, __sk_common.skc_family);
	if (d->family == AF_INET || d->family == AF_INET6) {
		/* A kernel may be built without IPv6. */
		describe_inet(d, sk,
			bpf_core_field_exists(sk->__sk_common.skc_v6_daddr) &&
				d->family == AF_INET6);
	} else if (d->family == AF_UNIX) {
		got += describe_unix(d, sk, got);
	} else if (d->family == AF_NETLINK) {
		d->peer = BPF_CORE_READ((struct netlink_sock *)sk, portid);
		d->protocol = BPF_CORE_READ(sk, sk_protocol);
		if (d->peer)
			d->flags |= DESCRIPTOR_BOUND;
	}
	return got;
}

/* ---- others ---- */

static __always_inline long describe_name(struct descriptor *d, const void *name, __u8 kind)
{
	d->kind = kind;
	return bpf_probe_read_kernel_str(d + 1, MOST_NAME, name);
}

/* The number of a process that is there, 0 otherwise. */
static __always_inline void describe_pid(struct descriptor *d, struct pid *pid)
{
	d->kind = DESCRIPTOR_PIDFD;
	if (BPF_CORE_READ(pid, tasks[0].first))
		d->pid = BPF_CORE_READ(pid, numbers[0].nr);
}

static __always_inline int is_pidfd(const struct descriptor *d)
{
	static const char name[8] = "[pidfd]";
	const char *is = (const char *)(d + 1);

	for (int i = 0; i < 8; i++)
		if (is[i] != name[i])
			return 0;
	return 1;
}

/* A file of which not the tree but its kind makes the name. Returns the bytes of names, or <0. */
static __always_inline long describe_unnamed(
	struct descriptor *d, struct file *file, struct inode *inode, struct dentry *dentry)
{
	const void *name = BPF_CORE_READ(dentry, d_name.name);
	struct ns_common *ns;
	long got;

	d->ino = BPF_CORE_READ(inode, i_ino);
	switch (BPF_CORE_READ(inode, i_sb, s_magic)) {
	case PIPEFS_MAGIC:
		d->kind = DESCRIPTOR_PIPE;
		return 0;
	case SOCKFS_MAGIC:
		return describe_socket(d, file, dentry);
	case NSFS_MAGIC:
		ns = BPF_CORE_READ(inode, i_private);
		return describe_name(d, BPF_CORE_READ(ns, ops, name), DESCRIPTOR_OTHER);
	case PIDFS_MAGIC:
		d->ino = 0;
		describe_pid(d, BPF_CORE_READ(inode, i_private));
		return 0;
	case ANON_INODE_MAGIC:
		d->ino = 0;
		got = describe_name(d, name, DESCRIPTOR_ANONYMOUS);
		if (got != 8 || !is_pidfd(d))
			return got;
		describe_pid(d, BPF_CORE_READ(file, private_data)); /* before 6.9 */
		return 0;
	}
	/* Such as a memfd: a name that is in no directory. */
	d->ino = 0;
	d->flags |= DESCRIPTOR_DELETED;
	return describe_name(d, name, DESCRIPTOR_FILE);
}

static __always_inline long describe_open_file(struct descriptor *d, struct file *file)
{
	struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry);
	struct vfsmount *mnt = BPF_CORE_READ(file, f_path.mnt);
	struct inode *inode = BPF_CORE_READ(file, f_inode);
	__u16 type = BPF_CORE_READ(inode, i_mode) & S_IFMT;

	if (BPF_CORE_READ(dentry, d_op, d_dname) && (BPF_CORE_READ(dentry, d_parent) != dentry ||
							    BPF_CORE_READ(mnt, mnt_root) != dentry))
		return describe_unnamed(d, file, inode, dentry);
	if (type == S_IFCHR || type == S_IFBLK) {
		__u32 rdev = BPF_CORE_READ(inode, i_rdev);

		d->flags |= type == S_IFCHR ? DESCRIPTOR_CHARACTER : DESCRIPTOR_BLOCK;
		d->major = rdev >> MINOR_BITS;
		d->minor = rdev & ((1 << MINOR_BITS) - 1);
	}
	return describe_path(d, mnt, dentry);
}

/* What descriptor @fd of a table is open for; NULL: nothing. */
static __always_inline struct file *file_in(struct files_struct *files, __s32 fd)
{
	struct fdtable *fdt = BPF_CORE_READ(files, fdt);
	struct file *file = NULL;

	if ((__u32)fd < BPF_CORE_READ(fdt, max_fds))
		bpf_probe_read_kernel(&file, sizeof(file), BPF_CORE_READ(fdt, fd) + fd);
	return file;
}

static __always_inline struct file *file_of_current(__s32 fd)
{
	return file_in(BPF_CORE_READ(bpf_get_current_task_btf(), files), fd);
}

/* Descriptor @fd of a table. Returns as capture_describe. */
static __always_inline long describe_descriptor(
	struct descriptor *d, struct files_struct *files, __s32 fd)
{
	struct file *file = file_in(files, fd);
	long got;

	__builtin_memset(d, 0, sizeof(*d));
	if (!file)
		return -1;
	got = describe_open_file(d, file);
	return got < 0 ? -1 : (long)sizeof(*d) + got;
}

static __always_inline long describe_directory(struct descriptor *d, struct task_struct *task)
{
	long got;

	__builtin_memset(d, 0, sizeof(*d));
	got = describe_path(
		d, BPF_CORE_READ(task, fs, pwd.mnt), BPF_CORE_READ(task, fs, pwd.dentry));
	return got < 0 ? -1 : (long)sizeof(*d) + got;
}

/* Whatever is behind private_data: only a socket has a pointer back to its file there. */
static __always_inline long capture_netlink(struct capture_hooks *hooks, __s32 fd)
{
	struct file *file = file_of_current(fd);
	struct socket *socket;
	struct sock *sk;

	socket = BPF_CORE_READ(file, private_data);
	if (!file || BPF_CORE_READ(socket, file) != file)
		return -1;
	sk = BPF_CORE_READ(socket, sk);
	if (BPF_CORE_READ(sk, __sk_common.skc_family) != AF_NETLINK)
		return -1;
	return BPF_CORE_READ(sk, sk_protocol);
}

static __always_inline long capture_name(struct capture_hooks *hooks, void *dst)
{
	return bpf_get_current_comm(dst, NAME_SIZE);
}

static __always_inline long capture_describe(struct capture_hooks *hooks, void *dst, __s32 fd)
{
	struct task_struct *current = bpf_get_current_task_btf();

	if (fd == CAPTURE_FDCWD)
		return describe_directory(dst, current);
	return describe_descriptor(dst, BPF_CORE_READ(current, files), fd);
}
