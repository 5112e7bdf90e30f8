/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the control group that faultless was started in allows, as a container or a service has one. For main.c. */
#ifndef FAULTLESS_UTIL_CGROUP_H
#define FAULTLESS_UTIL_CGROUP_H

#include <stdint.h>

/*
 * cgroup_memory_limit - the bytes of memory that all processes of the group may take, by itself or by one it is in;
 * UINT64_MAX: as many as there are, or it is not known. @list: /proc/self/cgroup; @mount: /sys/fs/cgroup, of version 1,
 * 2 or both.
 */
uint64_t cgroup_memory_limit(const char *list, const char *mount);

#endif
