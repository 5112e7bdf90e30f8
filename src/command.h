/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The command to trace: started the way strace starts it, held until an engine is ready for it, and
 * its end passed on as faultless's own. Also the signals that end tracing. Called by main.c only,
 * in this order:
 *
 * - command_standard_fds, before anything is opened;
 * - command_spawn, before there are threads, engines and output: the command inherits nothing of them;
 * - command_catch_signals, after it: the command keeps the dispositions faultless was started with;
 * - command_filter, command_release, when the engine traces it;
 * - command_exec_error, command_caught, command_interrupt, command_ended, while tracing;
 * - command_wait, command_end_like, command_end_by, at the end.
 */
#ifndef FAULTLESS_COMMAND_H
#define FAULTLESS_COMMAND_H

#include <stddef.h>
#include <linux/filter.h>
#include <sys/types.h>
#include "options.h"

#define COMMAND_FILTER_MAX BPF_MAXINSNS

struct command;

/*
 * command_standard_fds - makes sure that descriptors 0, 1 and 2 are open, so that nothing faultless
 * opens takes their place; the command gets those that were closed closed. Returns 0 or -errno.
 */
int command_standard_fds(void);

/*
 * command_spawn - makes a process for options->command (whose user, env and daemonize it obeys)
 * that is ready for its execve and waits for command_release(); the execve is its next system call.
 * With daemonize the *calling process* becomes the command and never returns; a grandchild of it
 * returns in its place. Returns 0, or -errno with a one-line message in @ret_error; no process is
 * left then.
 */
int command_spawn(const struct options *options, struct command **ret_command, char *ret_error,
	size_t error_size);

/* command_pid - the process id of @command. */
pid_t command_pid(const struct command *command);

/*
 * command_filter - makes @command, not released yet, install the seccomp filter @code of @n
 * instructions (at most COMMAND_FILTER_MAX) in front of its execve: by seccomp(2), with
 * no_new_privs where it must. If that fails it goes on without. Returns 0 or -E2BIG.
 */
int command_filter(struct command *command, const struct sock_filter *code, size_t n);

/* command_release - lets @command go on to its execve. Returns 0 or -errno (it is gone). */
int command_release(struct command *command);

/*
 * command_exec_error - the errno with which the execve of @command failed, or 0. Certain once the
 * exit of the process (with status 1) has been seen.
 */
int command_exec_error(const struct command *command);

/*
 * command_ended - the engine has seen the end of @command, with the wait @status; perhaps it has
 * waited for it, too.
 */
void command_ended(struct command *command, int status);

/*
 * command_wait - waits for the end of @command (does not wait when it is not faultless's child,
 * because of daemonize). Returns 1 with its wait status in @ret_status, 0 if there is none to be
 * had, or -errno.
 */
int command_wait(struct command *command, int *ret_status);

/*
 * command_free - frees @command. One that was not released yet ends without its execve; one that
 * runs is left alone. NULL is allowed.
 */
void command_free(struct command *command);

/*
 * command_catch_signals - from now on SIGHUP, SIGINT, SIGQUIT and SIGTERM are kept for
 * command_caught() or, for OPTIONS_INTERRUPT_NEVER and NEVER_TSTP, ignored. Another one that
 * comes three seconds later or more ends faultless at once. Blocking waits (poll, nanosleep) return
 * EINTR, reads and writes go on. Returns 0 or -errno.
 */
int command_catch_signals(enum options_interruptible interruptible);

/* command_caught - the signal that asks for the end of tracing, or 0. */
int command_caught(void);

/*
 * command_interrupt - passes @signal, which ends the tracing, on to @command (SIGCONT after it,
 * should it be stopped), unless OPTIONS_INTERRUPT_ANYWHERE leaves it alone. @command may be NULL:
 * processes that were only attached to stay as they are.
 */
void command_interrupt(struct command *command, int signal);

/*
 * command_end_like - ends faultless as @status (of wait) says: with the same exit status, or by the
 * same signal, without a core of its own. Output must have been flushed.
 */
void command_end_like(int status) __attribute__((noreturn));

/* command_end_by - ends faultless by @signal, likewise. */
void command_end_by(int signal) __attribute__((noreturn));

#endif
