# SPDX-License-Identifier: LGPL-2.1-or-later
# make check-vm         the tests on every kernel of tests/vm/run, booted under QEMU, and doc/kernels.md of what they say;
#                       takes hours without KVM, and builds three kernels the first time
# make check-vm-quick   a few of them, on the same kernels as far as they can be fetched: does it load, does it read

VMC := $(patsubst tests/vm/%.c,$(BUILD)/tests/vm/%,$(wildcard tests/vm/*.c))

# Static and at fixed addresses: what a list says of read-only memory that is not resident then holds.
$(BUILD)/tests/vm/%: tests/vm/%.c tests/vm/expect.h
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -g $(WARN) -D_GNU_SOURCE -static -o $@ $< -lpthread

# What bench/sites runs.
VM_BENCH := $(addprefix $(BUILD)/bench/,cost empty empty.bpf.o)

check-programs: $(VMC)

check-vm:
	@scripts/install-packages build check vm kernel
	@$(MAKE) -j$$(nproc) --no-print-directory all check-programs $(VM_BENCH)
	@tests/vm/run

check-vm-quick:
	@scripts/install-packages build check vm
	@$(MAKE) -j$$(nproc) --no-print-directory all check-programs $(VM_BENCH)
	@QUICK=1 TESTS="dontneed exec changed births" tests/vm/run

.PHONY: check-vm check-vm-quick
