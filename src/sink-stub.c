/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A plain stand-in for the text sink and the task table until they are there; every function is weak.
 */
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>
#include "sink.h"
#include "task.h"
#include "options.h"
static FILE *out;
static int first;
static void sep(void)
{
	if (!first)
		fputs(", ", out);
	first = 0;
}
static void cb(struct sink *s, const struct call_info *c)
{
	fprintf(out, "%u %s%s(", c->task->tid, c->part == CALL_REST ? "... " : "", c->name);
	first = 1;
}
static void ce(struct sink *s, const struct call_info *c, bool more)
{
	if (c->part == CALL_ENTRY)
		fprintf(out, " <unfinished%s\n", more ? " more" : "");
	else if (!c->returned)
		fprintf(out, ") = ?\n");
	else
		fprintf(out, ") = %ld\n", (long)c->ret);
}
static void note(struct sink *s, const struct call_info *c)
{
	fprintf(out, " NOTE ");
	first = 1;
}
static void field(struct sink *s, const char *n)
{
	sep();
	if (n)
		fprintf(out, "%s=", n);
}
static void scalar(struct sink *s, const struct type *t, uint64_t v)
{
	if (t->kind == KIND_FLAGS || t->kind == KIND_HEX)
		fprintf(out, "%#lx", v);
	else
		fprintf(out, "%ld", (long)v);
}
static void bytes(struct sink *s, const void *b, size_t l, unsigned f)
{
	fputc('"', out);
	for (size_t i = 0; i < l; i++) {
		unsigned char c = ((unsigned char *)b)[i];
		if (c >= 32 && c < 127)
			fputc(c, out);
		else
			fprintf(out, "\\%o", c);
	}
	fputs(f & BYTES_CUT ? "\"..." : "\"", out);
}
static void address(struct sink *s, uint64_t a)
{
	if (a)
		fprintf(out, "%#lx", a);
	else
		fputs("NULL", out);
}
static void text(struct sink *s, const char *t)
{
	fputs(t, out);
}
static void begin(struct sink *s, enum group g)
{
	fputc(g ? '[' : '{', out);
	first = 1;
}
static void end(struct sink *s, enum group g)
{
	fputc(g ? ']' : '}', out);
	first = 0;
}
static void changed(struct sink *s)
{
	fputs(" => ", out);
}
static void more(struct sink *s)
{
	sep();
	fputs("...", out);
}
static void eb(struct sink *s, const struct event_info *e)
{
	fprintf(out, "%u event %d value %lu ", e->task->tid, e->kind, e->value);
	first = 1;
}
static void ee(struct sink *s, const struct event_info *e)
{
	fputc('\n', out);
}
static int fl(struct sink *s)
{
	fflush(out);
	return 0;
}
static const struct sink_ops ops = {"stub", cb, ce, note, field, scalar, bytes, address, text,
	begin, end, changed, more, eb, ee, fl, fl};
static struct sink sk = {&ops, 0};
__attribute__((weak)) int sink_text_open(const struct options *o, struct sink **r)
{
	out = o->output ? fopen(o->output, "w") : stderr;
	*r = &sk;
	return out ? 0 : -errno;
}
__attribute__((weak)) int sink_summary_open(
	const struct options *o, struct sink *n, struct sink **r)
{
	return -ENOSYS;
}
struct task_table {
	struct task *l;
};
__attribute__((weak)) struct task_table *task_table_new(void)
{
	return calloc(1, sizeof(struct task_table));
}
__attribute__((weak)) void task_table_free(struct task_table *t)
{
	free(t);
}
__attribute__((weak)) struct task *task_find(const struct task_table *t, uint32_t tid)
{
	for (struct task *k = t->l; k; k = k->next)
		if (k->tid == tid)
			return k;
	return 0;
}
__attribute__((weak)) struct task *task_get(struct task_table *t, uint32_t tid, uint32_t tgid)
{
	struct task *k = task_find(t, tid);
	if (!k) {
		k = calloc(1, sizeof *k);
		k->tid = tid;
		k->tgid = tgid;
		k->next = t->l;
		t->l = k;
	}
	return k;
}
__attribute__((weak)) void task_remove(struct task_table *t, uint32_t tid)
{
	for (struct task **k = &t->l; *k; k = &(*k)->next)
		if ((*k)->tid == tid) {
			struct task *x = *k;
			*k = x->next;
			free(x->pending);
			free(x);
			return;
		}
}
__attribute__((weak)) struct task *task_sibling(
	const struct task_table *t, const struct task *a, bool (*is)(const struct task *))
{
	for (struct task *k = t->l; k; k = k->next)
		if (k != a && k->tgid == a->tgid && is(k))
			return k;
	return 0;
}
__attribute__((weak)) void task_each(
	const struct task_table *t, void (*v)(struct task *, void *), void *c)
{
	for (struct task *k = t->l; k; k = k->next)
		v(k, c);
}
__attribute__((weak)) int task_enter(struct task *t, const struct record *r)
{
	free(t->pending);
	t->pending = malloc(r->size);
	memcpy(t->pending, r, r->size);
	return 0;
}
static struct record *J;
__attribute__((weak)) int task_join(
	struct task_table *tt, struct task *t, const struct record *e, const struct record **ret)
{
	if (!t->pending) {
		*ret = e;
		return 0;
	}
	size_t h = sizeof(struct record) + sizeof(struct call), a = t->pending->size - h,
	       b = e->size - h;
	J = realloc(J, h + a + b);
	memcpy(J, e, h);
	memcpy((char *)J + h, (char *)t->pending + h, a);
	memcpy((char *)J + h + a, (char *)e + h, b);
	J->size = h + a + b;
	free(t->pending);
	t->pending = 0;
	*ret = J;
	return 0;
}
