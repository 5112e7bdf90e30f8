# SPDX-License-Identifier: LGPL-2.1-or-later
# The tests on other kernels. make check-vm: boots each kernel of tests/vm/run under QEMU and runs the tests inside.

VMC := $(patsubst tests/vm/%.c,$(BUILD)/tests/vm/%,$(wildcard tests/vm/*.c))

# Static and at fixed addresses: what a list says of read-only memory that is not resident then holds.
$(BUILD)/tests/vm/%: tests/vm/%.c tests/vm/expect.h
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -g $(WARN) -D_GNU_SOURCE -static -o $@ $< -lpthread

check-programs: $(VMC)

check-vm:
	@scripts/install-packages build check vm
	@$(MAKE) -j$$(nproc) --no-print-directory all check-programs
	@tests/vm/run

.PHONY: check-vm
