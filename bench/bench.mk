# SPDX-License-Identifier: LGPL-2.1-or-later
# make bench                 what tracing costs, side by side with other tracers: a quarter of an hour on an idle machine;
#                            writes doc/performance.md
# make bench PART=calls      only this part: calls, filters, programs, load, start, format
# make bench-ptrace          what the ptrace engine costs beside strace

PART  ?=
BENCH := $(addprefix $(BUILD)/bench/,cost load timed format empty empty.bpf.o)

$(BUILD)/bench/%: bench/%.c bench/child.h
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -g $(WARN) -D_GNU_SOURCE -o $@ $<

$(BUILD)/bench/empty.bpf.o: bench/empty.bpf.c
	@mkdir -p $(@D)
	$(CLANG) -std=gnu11 -O2 -g -target bpf -mcpu=v3 $(WARN) -c -o $@ $<

$(BUILD)/bench/empty: bench/empty.c bench/child.h
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -g $(WARN) -D_GNU_SOURCE -o $@ $< $(LDLIBS)

$(BUILD)/bench/format: bench/format.c $(filter-out $(BUILD)/src/main.o,$(OBJS))
	@mkdir -p $(@D)
	$(CC) -std=gnu11 $(CFLAGS) $(WARN) $(CPPFLAGS) -o $@ $^ $(LDLIBS)

bench:
	@scripts/install-packages build bench
	@$(MAKE) --no-print-directory all bench-programs
	@bench/run $(PART)

bench-ptrace: all bench-programs
	@bench/ptrace

bench-programs: $(BENCH)

.PHONY: bench bench-ptrace bench-programs
