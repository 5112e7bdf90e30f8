# SPDX-License-Identifier: LGPL-2.1-or-later
# make fuzz: every target of tests/fuzz for FUZZ_SECONDS, under libFuzzer, ASan and UBSan. What a run learns stays in
# build/fuzz/corpus; an input that fails is left in build/fuzz and named.

FUZZ_SECONDS ?= 30

FUZZ     := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/fuzz-*.c))
FUZZOBJS := $(filter-out $(BUILD)/fuzz/src/main.o,$(SRCS:%.c=$(BUILD)/fuzz/%.o))
FUZZSAN  := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

$(BUILD)/fuzz/src/probe-object.o: $(BPF)

$(BUILD)/fuzz/src/%.o: src/%.c
	@mkdir -p $(@D)
	$(CLANG) -std=gnu11 -O1 -g $(WARN) -fsanitize=fuzzer-no-link $(FUZZSAN) $(CPPFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/fuzz/fuzz-%: tests/fuzz/fuzz-%.c $(FUZZOBJS)
	$(CLANG) -std=gnu11 -O1 -g $(WARN) -fsanitize=fuzzer $(FUZZSAN) $(CPPFLAGS) -Itests/unit -MMD -MP -o $@ $< $(FUZZOBJS) $(LDLIBS)

fuzz-programs: $(FUZZ)

fuzz: $(FUZZ)
	@tests/fuzz/run $(FUZZ_SECONDS) $(FUZZ)

.PHONY: fuzz fuzz-programs
