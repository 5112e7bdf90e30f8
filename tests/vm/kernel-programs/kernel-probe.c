// SPDX-License-Identifier: GPL-2.0-only
/*
 * kernel-probe: a module whose probes, at sys_enter, test faultable tracepoints from the inside. It is built
 * against the patched kernel and driven by kernel-user through /proc/kernel-probe. It must not decide whether a
 * test passed: it only counts.
 *
 * Commands: "add SLOT", "del SLOT" (unregister, do not wait), "reap" (wait, then free), "classic" (may a faultable
 * probe be registered on a classic tracepoint? the write fails with what the kernel answers). Slots 0-3 hold
 * faultable probes, 4-7 classic ones. Every slot has a probe function of its own and, while it is in use, data of
 * its own, so that a function called with the data of another shows.
 */
#include <linux/atomic.h>
#include <linux/module.h>
#include <linux/preempt.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/tracepoint.h>
#include <linux/uaccess.h>
#include <asm/syscall.h>
#include <trace/events/syscalls.h>

#define SLOTS		8
#define FAULTABLE(slot) ((slot) < 4)
#define MAGIC		0x6661756c74ab1eUL
#define MARK		424242UL /* the first argument of the calls that the probes look at */

struct slot_data {
	unsigned long magic;
	int slot;
	struct slot_data *next; /* unregistered, not yet freed */
};

static struct {
	struct slot_data *data; /* not NULL: registered */
	atomic_long_t calls;	/* marked getppid calls */
	atomic_long_t asleep;	/* tasks in the probe for a marked openat */
} slots[SLOTS];

/* What must stay 0, and what the last marked openat gave. */
static atomic_long_t wrong_data, wrong_preempt;
static long cold, copied;
static char path[256];
static struct slot_data *graveyard;
static struct tracepoint *tp_enter, *tp_switch;
static DEFINE_MUTEX(lock);

static void read_path(const char __user *from, int slot)
{
	char buf[sizeof(path)] = "";

	atomic_long_inc(&slots[slot].asleep);
	cold = copy_from_user_nofault(buf, from, 64) != 0;
	copied = copy_from_user(buf, from, 64) ? -EFAULT : 64;
	buf[64] = 0;
	memcpy(path, buf, sizeof(path));
	atomic_long_dec(&slots[slot].asleep);
}

static __always_inline void probe(struct slot_data *data, struct pt_regs *regs, long id, int slot)
{
	unsigned long args[6];

	if (READ_ONCE(data->magic) != MAGIC || data->slot != slot)
		atomic_long_inc(&wrong_data);
	if (FAULTABLE(slot) ? preempt_count() != 0 : preempt_count() == 0)
		atomic_long_inc(&wrong_preempt);
	syscall_get_arguments(current, regs, args);
	if (args[0] != MARK)
		return;
	if (id == __NR_getppid)
		atomic_long_inc(&slots[slot].calls);
	else if (id == __NR_openat && FAULTABLE(slot))
		read_path((const char __user *)args[1], slot);
	else if (id == __NR_sched_yield && FAULTABLE(slot))
		cond_resched();
}

#define PROBE(n)                                                        \
	static void probe##n(void *data, struct pt_regs *regs, long id) \
	{                                                               \
		probe(data, regs, id, n);                               \
	}
PROBE(0);
PROBE(1);
PROBE(2);
PROBE(3);
PROBE(4);
PROBE(5);
PROBE(6);
PROBE(7);

static void *const probes[SLOTS] = {probe0, probe1, probe2, probe3, probe4, probe5, probe6, probe7};

static int add(int slot)
{
	struct slot_data *data;
	int ret;

	if (slots[slot].data)
		return -EEXIST;
	data = kzalloc(sizeof(*data), GFP_KERNEL);
	if (!data)
		return -ENOMEM;
	data->magic = MAGIC;
	data->slot = slot;
	atomic_long_set(&slots[slot].calls, 0);
	if (FAULTABLE(slot))
		ret = tracepoint_probe_register_mayfault(tp_enter, probes[slot], data);
	else
		ret = tracepoint_probe_register(tp_enter, probes[slot], data);
	if (ret)
		kfree(data);
	else
		slots[slot].data = data;
	return ret;
}

static int del(int slot)
{
	struct slot_data *data = slots[slot].data;
	int ret;

	if (!data)
		return -ENOENT;
	ret = tracepoint_probe_unregister(tp_enter, probes[slot], data);
	if (ret)
		return ret;
	data->next = graveyard;
	graveyard = data;
	slots[slot].data = NULL;
	return 0;
}

/* The lock is not held while this waits: another task can register and unregister meanwhile. */
static void reap(void)
{
	struct slot_data *data, *next;

	mutex_lock(&lock);
	data = graveyard;
	graveyard = NULL;
	mutex_unlock(&lock);
	tracepoint_synchronize_unregister();
	for (; data; data = next) {
		next = data->next;
		data->magic = 0;
		kfree(data);
	}
}

static void never(void *data, bool preempt, struct task_struct *prev, struct task_struct *next,
	unsigned int state)
{
	atomic_long_inc(&wrong_data);
}

static ssize_t command(struct file *file, const char __user *ubuf, size_t len, loff_t *pos)
{
	char buf[32] = "";
	int slot, ret = -EINVAL;

	if (len >= sizeof(buf) || copy_from_user(buf, ubuf, len))
		return -EINVAL;
	if (!strncmp(buf, "reap", 4)) {
		reap();
		return len;
	}
	mutex_lock(&lock);
	if (sscanf(buf, "add %d", &slot) == 1 && slot >= 0 && slot < SLOTS) {
		ret = add(slot);
	} else if (sscanf(buf, "del %d", &slot) == 1 && slot >= 0 && slot < SLOTS) {
		ret = del(slot);
	} else if (!strncmp(buf, "classic", 7)) {
		ret = tracepoint_probe_register_mayfault(tp_switch, never, NULL);
		if (!ret)
			tracepoint_probe_unregister(tp_switch, never, NULL);
	}
	mutex_unlock(&lock);
	return ret ? ret : len;
}

static int show(struct seq_file *m, void *v)
{
	int i;

	seq_printf(m, "wrong_data %ld\nwrong_preempt %ld\ncold %ld\ncopied %ld\n",
		atomic_long_read(&wrong_data), atomic_long_read(&wrong_preempt), cold, copied);
	for (i = 0; i < SLOTS; i++)
		seq_printf(m, "calls%d %ld\nasleep%d %ld\n", i, atomic_long_read(&slots[i].calls),
			i, atomic_long_read(&slots[i].asleep));
	seq_printf(m, "path %s\n", path);
	return 0;
}

static int open(struct inode *inode, struct file *file)
{
	return single_open(file, show, NULL);
}

static const struct proc_ops ops = {
	.proc_open = open,
	.proc_read = seq_read,
	.proc_write = command,
	.proc_release = single_release,
};

static void find(struct tracepoint *tp, void *priv)
{
	if (!strcmp(tp->name, "sys_enter"))
		tp_enter = tp;
	if (!strcmp(tp->name, "sched_switch"))
		tp_switch = tp;
}

static int __init init(void)
{
	for_each_kernel_tracepoint(find, NULL);
	if (!tp_enter || !tp_switch)
		return -ENODEV;
	return proc_create("kernel-probe", 0600, NULL, &ops) ? 0 : -ENOMEM;
}

static void __exit done(void)
{
	int i;

	remove_proc_entry("kernel-probe", NULL);
	for (i = 0; i < SLOTS; i++)
		if (slots[i].data)
			del(i);
	reap();
	for (i = 0; i < SLOTS; i++)
		if (atomic_long_read(&slots[i].asleep))
			pr_err("kernel-probe: BUG: a task is in the probe of a module that goes\n");
}

module_init(init);
module_exit(done);
MODULE_DESCRIPTION("tests of faultable tracepoints");
MODULE_LICENSE("GPL");
