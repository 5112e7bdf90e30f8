/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tasks as the decoder's side knows them: who they are, and the entry of a call that has not
 * returned yet.
 */
#ifndef FAULTLESS_TASK_H
#define FAULTLESS_TASK_H

#include <stdbool.h>
#include <stdint.h>
#include "record.h"

struct task {
	uint32_t tid;
	uint32_t tgid;
	bool placed;		  /* its PID namespace has been looked up, if that is wanted */
	char name[NAME_SIZE + 1]; /* its command name, "": not known; with -Y */
	struct record *pending;	  /* a RECORD_ENTER whose exit has not come; owned */
	bool begun;		  /* and that entry has been shown */
	bool compat;		  /* the last call that was shown came by the 32-bit entry */
	struct held_record *held; /* in order; owned */
	/* the last call that a signal interrupted and restart_syscall may take up again; 0: none */
	uint32_t interrupted;
	uint32_t unread;   /* data of `pending` that were shown as addresses already */
	struct task *next; /* in its hash chain */
};

/* A record that is shown when the task's call has returned. */
struct held_record {
	struct held_record *next;
	struct record record;
};

struct task_table;

/* task_table_new - NULL: out of memory. */
struct task_table *task_table_new(void);
void task_table_free(struct task_table *tasks);

/* task_get - the task @tid, made if it is not known. NULL: out of memory. */
struct task *task_get(struct task_table *tasks, uint32_t tid, uint32_t tgid);

/* task_find - NULL if it is not known. */
struct task *task_find(const struct task_table *tasks, uint32_t tid);

/* task_remove - forgets the task @tid; does nothing if it is not known. */
void task_remove(struct task_table *tasks, uint32_t tid);

/* task_has_sibling - whether another task of @task's process is known. */
bool task_has_sibling(const struct task_table *tasks, const struct task *task);

/* task_each - calls @visit for every task; it must not add or remove any. */
void task_each(const struct task_table *tasks, void (*visit)(struct task *task, void *context),
	void *context);

/*
 * task_enter - keeps a copy of @record, a RECORD_ENTER. Returns 0 or -ENOMEM.
 */
int task_enter(struct task *task, const struct record *record);

/* task_hold - keeps a copy of @record behind those that are held already. Returns 0 or -ENOMEM. */
int task_hold(struct task *task, const struct record *record);

/*
 * task_release - the first record that is held, no longer the task's: for free(). NULL: there is
 * none.
 */
struct held_record *task_release(struct task *task);

/*
 * task_join - @exit, a RECORD_EXIT, with the blobs of the entry before its own; *ret_record is
 * valid until the next call with this @tasks. Without a kept entry it is @exit itself. Forgets the
 * entry. Returns 0 or -ENOMEM.
 */
int task_join(struct task_table *tasks, struct task *task, const struct record *exit,
	const struct record **ret_record);

#endif
