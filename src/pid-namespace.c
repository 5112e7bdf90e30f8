// SPDX-License-Identifier: LGPL-2.1-or-later
/* See pid-namespace.h. An id stands for a task from the moment it was seen until another task has it. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "pid-namespace.h"
#include "util/proc-status.h"

enum { CHAINS = 1024 };

#define FIRST_INODE 0xeffffffcu /* PROC_PID_INIT_INO: the same on every kernel */

/* A task of another namespace. */
struct member {
	uint64_t namespace;		      /* its inode */
	uint32_t tid, inner;		      /* our id, and the one in it */
	struct member *next_tid, *next_inner; /* in the two hash chains */
};

struct pid_namespaces {
	uint64_t own;
	struct member *by_tid[CHAINS], *by_inner[CHAINS];
};

/* 0: there is no such task. */
static uint64_t namespace_of(const char *tid)
{
	char path[64];
	struct stat st;

	snprintf(path, sizeof(path), "/proc/%.16s/ns/pid", tid);
	return stat(path, &st) ? 0 : st.st_ino;
}

/* The last number of the line NSpid: the id in its own namespace. 0: it is not known. */
static uint32_t inner_id(uint32_t tid)
{
	char ids[512], *last;

	if (proc_status_text(tid, "NSpid", ids, sizeof(ids)))
		return 0;
	last = strrchr(ids, '\t');
	return strtoul(last ? last : ids, NULL, 10);
}

bool pid_namespace_is_first(void)
{
	uint64_t own = namespace_of("self");

	return !own || own == FIRST_INODE;
}

struct pid_namespaces *pid_namespaces_new(void)
{
	struct pid_namespaces *n = calloc(1, sizeof(*n));

	if (n)
		n->own = namespace_of("self");
	if (n && !n->own) {
		free(n);
		n = NULL;
	}
	return n;
}

void pid_namespaces_free(struct pid_namespaces *n)
{
	struct member *m, *next;

	for (unsigned i = 0; n && i < CHAINS; i++) {
		for (m = n->by_tid[i]; m; m = next) {
			next = m->next_tid;
			free(m);
		}
	}
	free(n);
}

static struct member *find_tid(const struct pid_namespaces *n, uint32_t tid)
{
	struct member *m = n->by_tid[tid % CHAINS];

	while (m && m->tid != tid)
		m = m->next_tid;
	return m;
}

static void forget_inner(struct pid_namespaces *n, struct member *m)
{
	struct member **link = &n->by_inner[m->inner % CHAINS];

	while (*link && *link != m)
		link = &(*link)->next_inner;
	if (*link)
		*link = m->next_inner;
}

/* @m, which may be new, is @inner in @namespace from now on. */
static void place(struct pid_namespaces *n, struct member *m, uint64_t namespace, uint32_t inner)
{
	m->namespace = namespace;
	m->inner = inner;
	m->next_inner = n->by_inner[inner % CHAINS];
	n->by_inner[inner % CHAINS] = m;
}

static struct member *add(struct pid_namespaces *n, uint32_t tid)
{
	struct member *m = calloc(1, sizeof(*m));

	if (!m)
		return NULL;
	m->tid = tid;
	m->next_tid = n->by_tid[tid % CHAINS];
	n->by_tid[tid % CHAINS] = m;
	return m;
}

void pid_namespaces_set(struct pid_namespaces *n, uint32_t tid, uint64_t namespace, uint32_t inner)
{
	struct member *m = find_tid(n, tid);

	if (!m && namespace == n->own)
		return;
	if (m)
		forget_inner(n, m);
	else
		m = add(n, tid);
	if (m)
		place(n, m, namespace, inner);
}

void pid_namespaces_note(struct pid_namespaces *n, uint32_t tid)
{
	uint64_t namespace;
	char name[16];

	snprintf(name, sizeof(name), "%u", tid);
	namespace = namespace_of(name);
	if (namespace)
		pid_namespaces_set(n, tid, namespace, namespace == n->own ? tid : inner_id(tid));
}

static struct member *find_inner(const struct pid_namespaces *n, uint64_t namespace, uint32_t inner)
{
	struct member *m = n->by_inner[inner % CHAINS];

	while (m && (m->inner != inner || m->namespace != namespace))
		m = m->next_inner;
	return m;
}

/* All tasks that can be seen, for one that is not traced. */
static void note_all(struct pid_namespaces *n, uint64_t namespace)
{
	DIR *proc = opendir("/proc");
	struct dirent *entry;

	while (proc && (entry = readdir(proc)))
		if (*entry->d_name >= '1' && *entry->d_name <= '9' &&
			namespace_of(entry->d_name) == namespace)
			pid_namespaces_note(n, strtoul(entry->d_name, NULL, 10));
	if (proc)
		closedir(proc);
}

uint32_t pid_namespaces_outer(struct pid_namespaces *n, uint32_t tid, uint32_t pid)
{
	const struct member *caller = find_tid(n, tid), *meant;

	if (!caller || caller->namespace == n->own)
		return pid;
	meant = find_inner(n, caller->namespace, pid);
	if (!meant) {
		note_all(n, caller->namespace);
		meant = find_inner(n, caller->namespace, pid);
	}
	return meant ? meant->tid : 0;
}
