# SPDX-License-Identifier: LGPL-2.1-or-later
# make bench      what tracing costs, side by side with other tracers; takes a minute and wants an idle machine

BENCH := $(BUILD)/bench/cost $(BUILD)/bench/empty $(BUILD)/bench/empty.bpf.o

$(BUILD)/bench/cost: bench/cost.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -g $(WARN) -D_GNU_SOURCE -o $@ $<

$(BUILD)/bench/empty.bpf.o: bench/empty.bpf.c
	@mkdir -p $(@D)
	$(CLANG) -std=gnu11 -O2 -g -target bpf -mcpu=v3 $(WARN) -c -o $@ $<

$(BUILD)/bench/empty: bench/empty.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -g $(WARN) -D_GNU_SOURCE -o $@ $< $(LDLIBS)

bench:
	@scripts/install-packages build bench
	@$(MAKE) --no-print-directory all bench-programs
	@bench/cost

# What the ptrace engine costs beside strace.
bench-ptrace: all bench-programs
	@bench/ptrace

bench-programs: $(BENCH)

.PHONY: bench bench-ptrace bench-programs
