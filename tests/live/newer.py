# SPDX-License-Identifier: LGPL-2.1-or-later
"""Names of constants that the installed strace is too old for: it shows their numbers, we show the names. Makes such lines
of ours and theirs alike, so that what is left differs in something else. For tests that compare the two.
"""
import glob
import os
import re
import subprocess
import tempfile

import tracer

DESC = os.path.join(tracer.TOP, "src/desc")
WORDS = re.compile(r"(?<![\w\"\\])(?:[A-Za-z_]\w*|0x[0-9a-f]+|\d+(?:<<\w+)?)(?:\|(?:[A-Za-z_]\w*|0x[0-9a-f]+|\d+(?:<<\w+)?))*(?: /\* [\w ]*\?\?\? \*/)?")


def dump(body):
    """What a C program prints that has the whole table: `body` is its text behind the includes."""
    with tempfile.TemporaryDirectory() as scratch:
        program, binary = os.path.join(scratch, "dump.c"), os.path.join(scratch, "dump")
        with open(program, "w", encoding="utf-8") as file:
            file.write('#include <stdio.h>\n#include "desc/netlink.h"\n' + body)
        objects = [o for o in glob.glob("build/src/**/*.o", recursive=True) if not o.endswith("src/main.o")]
        libraries = "-lbpf -lelf -lz -lpthread".split()
        subprocess.run(["gcc", "-Isrc", "-o", binary, program, *objects, *libraries], check=True)
        return subprocess.run([binary], capture_output=True, text=True, check=True).stdout


def type_names(header):
    with open(os.path.join(DESC, header), encoding="utf-8") as file:
        return re.findall(r"TYPE\((\w+)\)", file.read().split("/* scalars")[1])


ATTRIBUTES = """
static const struct type *seen[4096];
static unsigned nseen;

static void visit(const struct type *type)
{
	for (unsigned i = 0; i < nseen; i++)
		if (seen[i] == type)
			return;
	if (!type || nseen == sizeof(seen) / sizeof(*seen))
		return;
	seen[nseen++] = type;
	for (unsigned i = 0; type->members && i < (type->kind == KIND_LIST ? 1 : type->count); i++) {
		if (type->kind == KIND_ATTRIBUTES)
			printf("%u %s\\n", type->members[i].offset, type->members[i].name);
		visit(type->members[i].type);
	}
}

static void protocol(const struct netlink_protocol *p)
{
	visit(p->payload);
	visit(p->request);
	for (unsigned i = 0; i < p->count; i++) {
		visit(p->messages[i].payload);
		visit(p->messages[i].request);
	}
	for (unsigned i = 0; i < p->nsubsystems; i++)
		protocol(&p->subsystems[i]);
}

int main(void)
{
	for (unsigned i = 0; i < 32; i++)
		protocol(netlink_protocol(i));
	for (unsigned i = 0; i < sizeof(leaves) / sizeof(*leaves); i++)
		visit(leaves[i]);
	return 0;
}
"""


def attributes():
    """The attributes of netlink messages: [(name, value)]."""
    leaves = ", ".join(f"&type_{name}" for name in type_names("netlink.h"))
    lines = dump("static const struct type *const leaves[] = {" + leaves + "};\n" + ATTRIBUTES).splitlines()
    return [(name, int(value)) for value, name in (line.split(" ", 1) for line in lines)]


def types():
    """The symbols of every type of the table: ({type: [(name, value, mask)]}, {type: bytes}, {type: [members]})."""
    output = dump(
        "static const struct type *const all[] = {\n"
        + "".join(f"\t&type_{name},\n" for name in type_names("types.h"))
        + "};\nint main(void)\n{\n\tfor (unsigned i = 0; i < sizeof(all) / sizeof(*all); i++) {\n"
        '\t\tprintf("type %s %u\\n", all[i]->name, all[i]->size);\n'
        "\t\tfor (unsigned k = 0; all[i]->symbols && k < all[i]->count; k++)\n"
        '\t\t\tprintf("%#llx %#llx %s\\n", (unsigned long long)all[i]->symbols[k].value,\n'
        "\t\t\t\t(unsigned long long)all[i]->symbols[k].mask, all[i]->symbols[k].name);\n"
        "\t\tfor (unsigned k = 0; all[i]->members && k < all[i]->count; k++)\n"
        '\t\t\tprintf("member %s %u %u\\n", all[i]->members[k].name, all[i]->members[k].offset,\n'
        "\t\t\t\tall[i]->members[k].size);\n\t}\n\treturn 0;\n}\n"
    )
    symbols, sizes, members = {}, {}, {}
    for line in output.splitlines():
        words = line.split(" ", 2)
        if words[0] == "type":
            current = words[1]
            symbols[current], sizes[current], members[current] = [], int(words[2]), []
        elif words[0] == "member":
            name, offset, size = line[7:].rsplit(" ", 2)
            members[current].append((name, int(offset), int(size)))
        else:
            symbols[current].append((words[2], int(words[0], 0), int(words[1], 0)))
    return symbols, sizes, members


class Newer:
    """The names that strace does not have, with their values."""

    def __init__(self, strace):
        with open(strace, "rb") as file:
            binary = file.read()
        self.values = {}
        for list_ in [*types()[0].values(), [(*attribute, None) for attribute in attributes()]]:
            for name, value, _ in list_:
                if re.fullmatch(r"[A-Z]\w+", name) and name.encode() + b"\0" not in binary:
                    self.values[name] = value

    def word(self, match):
        """A|NEW|0x10 as A|0x30; 0x10 /* NEW_??? */ and 16 /* NEW_??? */ as 0x10."""
        text = re.sub(r" /\* [\w ]*\?\?\? \*/\Z", "", match[0])
        if text.isdigit() and text != match[0]:
            return f"{int(text):#x}"
        if "|" not in text and text not in self.values:
            return text
        names, rest = [], 0
        for word in text.split("|"):
            if word in self.values:
                rest |= self.values[word]
            elif re.fullmatch(r"0x[0-9a-f]+", word):
                rest |= int(word, 16)
            else:
                names.append(word)
        return "|".join(names + [f"{rest:#x}"] if rest or not names else names)

    def older(self, line):
        """The line as the old strace would have it; 0x10 /* NEW */, of -X verbose, as 0x10."""
        line = re.sub(r"\b(0x[0-9a-f]+) /\* \1 \*/", r"\1", WORDS.sub(self.word, line))
        return re.sub(r" +=", " =", line)

    def alike(self, ours, theirs):
        """Whether the two lines are the same but for such names and the room before the result."""
        return self.older(ours) == self.older(theirs)
