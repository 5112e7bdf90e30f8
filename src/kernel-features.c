// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * See kernel-features.h. Called by main.c only.
 */
#include <sys/utsname.h>
#include "kernel-features.h"
#include "options.h"
#include "probe-object.h"

enum {
	STATUS_ENTRY = 0,
	STATUS_NONE = 1,
	STATUS_LATE = 3,
};

int kernel_features_print(const struct options *options, FILE *out)
{
	const struct probe_wish wish = {
		.site = options->fault_site,
		.copies = options->fault_copies,
		.rings = -1,
		.debug = options->debug,
	};
	struct probe_object *object;
	struct utsname kernel;
	enum fault_site site;
	char error[512];
	bool entry;

	uname(&kernel);
	fprintf(out, "kernel       %s %s\n", kernel.release, kernel.machine);
	if (probe_object_load(&wish, &object, error, sizeof(error))) {
		fprintf(out, "engine bpf   no: %s\n", error);
		return STATUS_NONE;
	}
	site = probe_object_site(object);
	fprintf(out, "engine       bpf\n");
	fprintf(out, "stage one    %s\n",
		probe_object_stage_one(object) == STAGE_ONE_PERF
			? "perf event on raw_syscalls: the tracepoint may be preempted, so that tp_btf would be skipped"
			: "tp_btf: runs with preemption disabled, no call is skipped");
	fprintf(out, "fault site   %s: %s\n", probe_site_name(site), probe_site_meaning(site));
	entry = probe_object_is_entry(object);
	probe_object_free(object);
	return entry ? STATUS_ENTRY : STATUS_LATE;
}
