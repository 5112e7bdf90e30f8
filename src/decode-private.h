/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the files of the decoder, decode*.c, share; nobody else includes it.
 */
#ifndef FAULTLESS_DECODE_PRIVATE_H
#define FAULTLESS_DECODE_PRIVATE_H

#include "decode.h"
#include "descriptor.h"
#include "image.h"

struct decode {
	struct decode_config config;
	struct sink *sink;
	const struct record *record;
	const struct call *call;
	const struct syscall_desc *desc;
	struct call_info info;
	struct call made; /* by a call that makes another: what `call` points to */
	unsigned nmade;	  /* the arguments that it was given */
	char returned_name[NAME_SIZE + 1];
	struct process_view returned_process; /* what info.process points to */
	struct descriptor_view returned;      /* what info.descriptor points to */
	struct image image;		      /* the record's blobs as the tracee's memory */
	uint64_t budget; /* bytes that the strings of the array being shown may still have */
	bool in_budget;
	bool budget_known; /* false: the call has not returned, or failed; nothing was read */
	bool note_begun;
	bool all;     /* nothing is abbreviated: -v */
	bool shallow; /* structures are shown as their addresses: -e verbose=!CALL */
	unsigned depth;
	struct value link_kind; /* see decode_link_kind() */
	/* Of the call's descriptor, once it was looked for; NULL: it is no netlink socket. */
	const struct netlink_protocol *protocol;
	bool protocol_known;
	uint16_t netlink_type;	   /* see decode_message_type() */
	bool compat;		   /* the call of a 32-bit task: registers have 32 bits */
	unsigned unread;	   /* data of the call that were not read: shown as addresses */
	bool end_unread;	   /* the struct being shown goes on where nothing could be read */
	unsigned char padded[256]; /* a struct that is shorter in the tracee */
	size_t unpadded;	   /* how many bytes of it there are */
};

/* decode_descriptor - what file descriptor @fd is, at entry or exit. Returns 0 or -ENOENT. */
int decode_descriptor(
	const struct decode *d, int fd, bool at_exit, struct descriptor_view *ret_view);

/* decode_field_number - the number of field @i of @v: of an argument, or of a member if its bytes are there. */
int decode_field_number(
	const struct decode *d, const struct value *v, unsigned i, uint64_t *ret_number);

/* decode_buffer_length - how many bytes the buffer @f, a field of @owner, has; takes them from the array's budget. */
uint64_t decode_buffer_length(
	struct decode *d, const struct field *f, const struct value *owner, bool *ret_known);

/* decode_needs_exit - whether an argument can only be shown once the call has returned. */
bool decode_needs_exit(const struct field *f);

/* decode_chosen - the type that a union's selecting member chooses for @v, one of KIND_UNION; NULL: it is not there. */
const struct type *decode_chosen(const struct value *v);

/* decode_deeper - goes one level deeper, which ends with d->depth--; false: too deep, which is told. */
bool decode_deeper(struct decode *d);

/* Of decode-netlink.c: a datum of these kinds. */
void decode_netlink_attributes(struct decode *d, const struct value *v);
void decode_netlink_list(struct decode *d, const struct value *v);
void decode_netlink_headed(struct decode *d, const struct value *v);
/* The @len bytes at @addr of @owner as messages; false: they are not on a netlink socket, or were not read. */
bool decode_netlink_buffer(
	struct decode *d, const struct value *owner, uint64_t addr, uint64_t len);

/* decode_pointer - shows what @f, a field of @owner with the value @addr, points to. */
void decode_pointer(
	struct decode *d, const struct field *f, const struct value *owner, uint64_t addr);

/*
 * decode_unread_datum - in place of a datum that was just looked for: its address. Counted, if the program could have
 * read it.
 */
void decode_unread_datum(struct decode *d, uint64_t addr);

/* decode_shown_bytes - shows the @len bytes of a datum of @wanted ones, as far as -s allows. */
void decode_shown_bytes(struct decode *d, const unsigned char *bytes, uint64_t len, uint64_t wanted,
	unsigned flags);

/* decode_shown_elements - how many of @n elements are shown. */
uint64_t decode_shown_elements(const struct decode *d, uint64_t n);

/*
 * Of decode-struct.c: member @i of @owner; a struct; behind it the members that the call answered in; @v as the owner
 * of the members of @type.
 */
void decode_member(struct decode *d, const struct value *owner, unsigned i);
void decode_struct(struct decode *d, const struct value *v);
void decode_results(struct decode *d, const struct value *v);
struct value decode_as_owner(const struct value *v, const struct type *type);

/* decode_string_end - where the string at @at of the @len bytes ends, the NUL included, which may be missing. */
size_t decode_string_end(const unsigned char *bytes, size_t len, size_t at);

/* decode_datum - shows @v, whose bytes are at hand. */
void decode_datum(struct decode *d, const struct value *v);

/* decode_load - the number in the first @size bytes, at most 8; sign-extended if @type is signed. */
uint64_t decode_load(
	const struct type *type, const unsigned char *bytes, size_t size, bool big_endian);

/* decode_cut - @v as a number of @size bytes. */
uint64_t decode_cut(const struct type *type, uint64_t v, size_t size);

/* decode_member_number - the number of the member @f, whose @size bytes these are. */
uint64_t decode_member_number(const struct field *f, const unsigned char *bytes, size_t size);

/* decode_member_before - the bytes that member @f of @v had at entry, if @v was read at exit. */
int decode_member_before(const struct decode *d, const struct value *v, const struct field *f,
	const unsigned char **ret_bytes);

/* decode_argument_number - argument @i, which is no pointer: of a 32-bit task, 32 bits or two registers. */
uint64_t decode_argument_number(const struct decode *d, unsigned i);

/* decode_is_there - whether the condition of the field @f of @v holds. */
bool decode_is_there(const struct decode *d, const struct value *v, const struct field *f);

/* Of decode-kinds.c: a datum of these kinds; the type that a CHOICE is; the date behind a time. */
void decode_union(struct decode *d, const struct value *v);
void decode_words(struct decode *d, const struct value *v);
void decode_bits(struct decode *d, const struct value *v);
void decode_records(struct decode *d, const struct value *v);
/* The records that @f, a member of @owner, holds, each as a member. */
void decode_linked(struct decode *d, const struct value *owner, const struct field *f);
const struct type *decode_choice(const struct decode *d, const struct value *v);
/*
 * The type that a DESCRIBED member of @owner is; NULL: what its descriptor is was not read, or is nothing that has one.
 */
const struct type *decode_described(
	const struct decode *d, const struct value *owner, const struct type *type);
void decode_date(struct decode *d, int64_t seconds, uint64_t fraction, unsigned digits);

/* decode_dump_buffers - the dumps of the call being shown. */
void decode_dump_buffers(struct decode *d);

#endif
