# SPDX-License-Identifier: LGPL-2.1-or-later
# Included by the Makefile. `make kernel-6.12`: apply the series in kernel/linux-6.12 to Debian's source, build the
# small kernel twice (as it is, and with the kernel's own checkers), boot both under QEMU and run the tests in them.

KERNELS := $(patsubst kernel/linux-%,%,$(wildcard kernel/linux-*))

$(KERNELS:%=kernel-%): kernel-%:
	@scripts/install-packages build vm kernel
	@tests/vm/kernel-test $*

.PHONY: $(KERNELS:%=kernel-%)
