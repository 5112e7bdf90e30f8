// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Tasks by their id, in a hash table that grows with their number, and the buffer in which the two
 * halves of a call are joined. Used by trace.c; knows records only as bytes that were checked.
 */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "task.h"

enum { FIRST_BITS = 6 };

struct task_table {
	struct task **chains;
	unsigned bits; /* 1 << bits chains */
	unsigned count;
	struct record *joined; /* what task_join gave last */
	size_t joined_room;
};

static unsigned chain_of(const struct task_table *tasks, uint32_t tid)
{
	return tid * 0x9e3779b1u >> (32 - tasks->bits);
}

struct task_table *task_table_new(void)
{
	struct task_table *tasks = calloc(1, sizeof(*tasks));

	if (!tasks)
		return NULL;
	tasks->bits = FIRST_BITS;
	tasks->chains = calloc(1u << tasks->bits, sizeof(*tasks->chains));
	if (!tasks->chains) {
		free(tasks);
		return NULL;
	}
	return tasks;
}

static void free_task(struct task *task)
{
	struct held_record *held;

	while ((held = task_release(task)))
		free(held);
	free(task->pending);
	free(task);
}

void task_table_free(struct task_table *tasks)
{
	if (!tasks)
		return;
	for (unsigned i = 0; i < 1u << tasks->bits; i++) {
		while (tasks->chains[i]) {
			struct task *task = tasks->chains[i];

			tasks->chains[i] = task->next;
			free_task(task);
		}
	}
	free(tasks->chains);
	free(tasks->joined);
	free(tasks);
}

/* Without memory for more chains the old ones only grow longer. */
static void grow(struct task_table *tasks)
{
	unsigned old = 1u << tasks->bits;
	struct task **chains = calloc(2 * old, sizeof(*chains)), **former = tasks->chains;

	if (!chains)
		return;
	tasks->chains = chains;
	tasks->bits++;
	for (unsigned i = 0; i < old; i++) {
		while (former[i]) {
			struct task *task = former[i];
			struct task **chain = &chains[chain_of(tasks, task->tid)];

			former[i] = task->next;
			task->next = *chain;
			*chain = task;
		}
	}
	free(former);
}

struct task *task_find(const struct task_table *tasks, uint32_t tid)
{
	struct task *task = tasks->chains[chain_of(tasks, tid)];

	while (task && task->tid != tid)
		task = task->next;
	return task;
}

struct task *task_get(struct task_table *tasks, uint32_t tid, uint32_t tgid)
{
	struct task *task = task_find(tasks, tid);
	struct task **chain;

	if (task)
		return task;
	if (tasks->count >= 2u << tasks->bits && tasks->bits < 24)
		grow(tasks);
	task = calloc(1, sizeof(*task));
	if (!task)
		return NULL;
	chain = &tasks->chains[chain_of(tasks, tid)];
	task->tid = tid;
	task->tgid = tgid;
	task->next = *chain;
	*chain = task;
	tasks->count++;
	return task;
}

void task_remove(struct task_table *tasks, uint32_t tid)
{
	struct task **link = &tasks->chains[chain_of(tasks, tid)];
	struct task *task;

	while (*link && (*link)->tid != tid)
		link = &(*link)->next;
	task = *link;
	if (!task)
		return;
	*link = task->next;
	free_task(task);
	tasks->count--;
}

bool task_has_sibling(const struct task_table *tasks, const struct task *task)
{
	for (unsigned i = 0; i < 1u << tasks->bits; i++)
		for (const struct task *other = tasks->chains[i]; other; other = other->next)
			if (other != task && other->tgid == task->tgid)
				return true;
	return false;
}

void task_each(const struct task_table *tasks, void (*visit)(struct task *task, void *context),
	void *context)
{
	for (unsigned i = 0; i < 1u << tasks->bits; i++)
		for (struct task *task = tasks->chains[i]; task; task = task->next)
			visit(task, context);
}

int task_enter(struct task *task, const struct record *record)
{
	struct record *copy = malloc(record->size);

	if (!copy)
		return -ENOMEM;
	memcpy(copy, record, record->size);
	free(task->pending);
	task->pending = copy;
	task->begun = false;
	return 0;
}

int task_hold(struct task *task, const struct record *record)
{
	struct held_record **link = &task->held;
	struct held_record *held = malloc(offsetof(struct held_record, record) + record->size);

	if (!held)
		return -ENOMEM;
	while (*link)
		link = &(*link)->next;
	memcpy(&held->record, record, record->size);
	held->next = NULL;
	*link = held;
	return 0;
}

struct held_record *task_release(struct task *task)
{
	struct held_record *held = task->held;

	if (held)
		task->held = held->next;
	return held;
}

int task_join(struct task_table *tasks, struct task *task, const struct record *exit,
	const struct record **ret_record)
{
	const struct record *enter = task->pending;
	size_t head = sizeof(struct record) + sizeof(struct call), blobs, size;

	if (!enter) {
		*ret_record = exit;
		return 0;
	}
	blobs = enter->size - head;
	size = exit->size + blobs;
	if (size > UINT32_MAX)
		return -ENOMEM;
	if (size > tasks->joined_room) {
		struct record *joined = realloc(tasks->joined, 2 * size);

		if (!joined)
			return -ENOMEM;
		tasks->joined = joined;
		tasks->joined_room = 2 * size;
	}
	memcpy(tasks->joined, exit, head);
	memcpy((char *)tasks->joined + head, (const char *)enter + head, blobs);
	memcpy((char *)tasks->joined + head + blobs, (const char *)exit + head, exit->size - head);
	tasks->joined->size = size;
	free(task->pending);
	task->pending = NULL;
	task->begun = false;
	*ret_record = tasks->joined;
	return 0;
}
