# SPDX-License-Identifier: LGPL-2.1-or-later
# Included by the Makefile. `make kernel-6.12`: apply the series in kernel/linux-6.12 to Debian's source, build the
# small kernel twice (as it is, and with the kernel's own checkers), boot both under QEMU and run the tests in them, and
# what else kernel/README.md lists. `make kernel-quick`: a part of it, on what is built; it builds the small 6.12 at most.

KERNELS := $(patsubst kernel/linux-%,%,$(wildcard kernel/linux-*))

$(KERNELS:%=kernel-%): kernel-%:
	@scripts/install-packages build check vm kernel
	@$(MAKE) -j$$(nproc) --no-print-directory all check-programs $(VM_BENCH)
	@tests/vm/kernel-test $*

kernel-quick:
	@scripts/install-packages build vm kernel
	@tests/vm/kernel-test --quick

.PHONY: $(KERNELS:%=kernel-%) kernel-quick
