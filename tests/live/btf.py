# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the type information (BTF) of a kernel: layouts of structures, names of functions. For table.test."""
import collections
import os
import struct

INT, PTR, ARRAY, STRUCT, UNION, ENUM, FWD, TYPEDEF, VOLATILE, CONST, RESTRICT, FUNC = range(1, 13)
FUNC_PROTO, VAR, DATASEC, FLOAT, DECL_TAG, TYPE_TAG, ENUM64 = range(13, 20)


class Btf:
    def __init__(self, data):
        _, _, _, header, type_at, type_len, str_at, str_len = struct.unpack_from("<HBBIIIII", data)
        self.strings = data[header + str_at : header + str_at + str_len]
        self.types = [(0, 0, 0, False, ())]  # kind, name, size or type, kflag, rest
        self.by_name = collections.defaultdict(list)
        at, end = header + type_at, header + type_at + type_len
        while at < end:
            name, info, size = struct.unpack_from("<III", data, at)
            at += 12
            kind, n, kflag = info >> 24 & 31, info & 0xFFFF, bool(info >> 31)
            words = {INT: 1, ARRAY: 3, STRUCT: 3 * n, UNION: 3 * n, ENUM: 2 * n, FUNC_PROTO: 2 * n, VAR: 1}
            words.update({DATASEC: 3 * n, DECL_TAG: 1, ENUM64: 3 * n})
            count = words.get(kind, 0)
            rest = struct.unpack_from(f"<{count}I", data, at)
            at += 4 * count
            if kind in (STRUCT, UNION, FUNC):
                self.by_name[self.string(name)].append(len(self.types))
            self.types.append((kind, name, size, kflag, rest))

    def string(self, at):
        return self.strings[at : self.strings.index(b"\0", at)].decode()

    def functions(self, prefix):
        """Names, without it, of the functions that begin with prefix."""
        return {name[len(prefix) :] for name in self.by_name if name.startswith(prefix)}

    def size(self, index):
        kind, _, size, _, rest = self.types[index]
        if kind in (TYPEDEF, VOLATILE, CONST, RESTRICT, TYPE_TAG):
            return self.size(size)
        if kind == PTR:
            return 8
        if kind == ARRAY:
            return rest[2] * self.size(rest[0])
        return size

    def layout(self, index, base=0):
        """{member: (offset, size)}; those of members without a name as if they were its own; no bit fields."""
        _, _, _, kflag, rest = self.types[index]
        members = {}
        for i in range(0, len(rest), 3):
            name, kind, where = rest[i : i + 3]
            bits, where = (where >> 24, where & 0xFFFFFF) if kflag else (0, where)
            if bits:
                continue
            while self.types[kind][0] in (TYPEDEF, VOLATILE, CONST, RESTRICT, TYPE_TAG):
                kind = self.types[kind][2]
            if name:
                members[self.string(name)] = (base + where // 8, self.size(kind))
            elif self.types[kind][0] in (STRUCT, UNION):
                members.update(self.layout(kind, base + where // 8))
        return members

    def structs(self, name):
        """The layouts of the structures and unions of that name: a kernel may have several."""
        return [self.layout(i) for i in self.by_name[name] if self.types[i][0] in (STRUCT, UNION)]


def load(path):
    """The types of a kernel, or None if it does not give them."""
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return Btf(file.read())
