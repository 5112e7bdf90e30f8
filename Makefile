# SPDX-License-Identifier: LGPL-2.1-or-later
# make            build build/faultless
# make run        install what the build needs, build, trace a program (CMD="git status" another)
# make check      the same set-up, then every test this machine can run
# make check-stress  every stressor of stress-ng under both tracers; make check-programs-heavy: large programs
# make install    PREFIX=/usr/local, DESTDIR=
# WERROR=         for a compiler that warns of more than those it is built with here: a warning is no error then

BUILD   := build
PREFIX  ?= /usr/local
CMD     ?= ls -l
CLANG   ?= clang
LLVM_STRIP ?= llvm-strip

VERSION  := 0.1
CFLAGS   ?= -O2 -g
WERROR   ?= -Werror
WARN     := -Wall -Wextra $(WERROR) -Wno-missing-field-initializers -Wvla -Wshadow
CPPFLAGS += -D_GNU_SOURCE -DFAULTLESS_VERSION='"$(VERSION)"' -Isrc -DPROBE_DIR='"$(BUILD)/gen"'
LDLIBS   := -lbpf -lelf -lz -lpthread
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

SRCS  := $(filter-out %.bpf.c,$(wildcard src/*.c src/desc/*.c src/util/*.c))
OBJS  := $(SRCS:%.c=$(BUILD)/%.o)
AOBJS := $(filter-out $(BUILD)/asan/src/main.o,$(SRCS:%.c=$(BUILD)/asan/%.o))
BPF   := $(BUILD)/gen/probe-0.bpf.o $(BUILD)/gen/probe-1.bpf.o $(BUILD)/gen/probe-2.bpf.o
UNIT  := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/*.c))
LIVEC := $(patsubst tests/live/%.c,$(BUILD)/tests/live/%,$(wildcard tests/live/*.c))

all: $(BUILD)/faultless

$(BUILD)/faultless: $(OBJS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 $(CFLAGS) $(WARN) $(CPPFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/src/probe-object.o $(BUILD)/asan/src/probe-object.o: $(BPF)

$(BUILD)/asan/%.o: %.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O1 -g $(WARN) $(SANITIZE) $(CPPFLAGS) -MMD -MP -c -o $@ $<

# One source, a build for each form of task work that kernels have; probe-object.c carries all of them.
$(BUILD)/gen/probe-%.bpf.o: src/probe.bpf.c
	@mkdir -p $(@D)
	$(CLANG) -std=gnu11 -O2 -g -target bpf -mcpu=v3 $(filter-out -Wshadow,$(WARN)) -Wno-unused-parameter -Isrc \
		-idirafter /usr/include/$(shell $(CC) -print-multiarch) -DTASK_WORK=$* -MMD -MP -c -o $@ $<
	$(LLVM_STRIP) -g $@

# Unit tests and the programs the live tests trace: one source file, one program.
$(BUILD)/tests/unit/%: tests/unit/%.c $(AOBJS)
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O1 -g $(WARN) $(SANITIZE) $(CPPFLAGS) -o $@ $< $(AOBJS) -lcmocka $(LDLIBS)

$(BUILD)/tests/live/%: tests/live/%.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -g $(WARN) -D_GNU_SOURCE -o $@ $< -lpthread

# Those of them that have the table in them.
$(BUILD)/tests/live/table-sweep $(BUILD)/tests/live/ioctl-sweep: $(BUILD)/tests/live/%: tests/live/%.c $(OBJS)
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -g $(WARN) $(CPPFLAGS) -o $@ $< $(filter-out $(BUILD)/src/main.o,$(OBJS)) $(LDLIBS)

# Set-up and build are two makes, so that the second sees what the first installed.
run:
	@scripts/install-packages build
	@$(MAKE) -j$$(nproc) --no-print-directory all
	@echo "+ $(BUILD)/faultless $(CMD)"
	@$(BUILD)/faultless $(CMD)

check:
	@scripts/install-packages build check
	@$(MAKE) -j$$(nproc) --no-print-directory all check-programs
	@tests/run

check-programs: $(UNIT) $(LIVEC)

# The sweep over stress-ng takes the better part of an hour; what came of it the last time: tests/stress/README.md.
check-stress: all
	@scripts/install-packages check stress
	@tests/stress/run

# Programs that are too large for make check (a browser, a database, virtual machines) under both tracers.
check-programs-heavy: all
	@scripts/install-packages check programs
	@tests/stress/heavy

install: all
	install -D -m 755 $(BUILD)/faultless $(DESTDIR)$(PREFIX)/bin/faultless
	install -D -m 644 doc/faultless.1 $(DESTDIR)$(PREFIX)/share/man/man1/faultless.1

clean:
	rm -rf $(BUILD)

.PHONY: all run check check-programs check-stress check-programs-heavy install clean
.SECONDARY:
-include $(wildcard tests/vm/vm.mk tests/fuzz/fuzz.mk kernel/kernel.mk bench/bench.mk)
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
