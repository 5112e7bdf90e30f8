// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The messages of NETLINK_CRYPTO: an algorithm of the kernel's crypto API, and what is told of it. See netlink.h.
 */
#include <linux/cryptouser.h>
#include <linux/netlink.h>
#include "netlink.h"

/* clang-format off */

#define ALG(member_, t_) F(struct crypto_user_alg, member_, t_)
STRUCT(crypto_user_alg, struct crypto_user_alg,
	ALG(cru_name, chars), ALG(cru_driver_name, chars), ALG(cru_module_name, chars), ALG(cru_type, x32), ALG(cru_mask, x32),
	ALG(cru_refcnt, u32), ALG(cru_flags, x32));

/* A report of which something is missing is a string. */
#define REPORT(name_, ...) STRUCT_AS((.cut = &type_bytes), name_, struct name_, __VA_ARGS__)
#define HASH(member_, t_) F(struct crypto_report_hash, member_, t_)
REPORT(crypto_report_hash, HASH(type, chars), HASH(blocksize, u32), HASH(digestsize, u32));
#define BLOCK(member_, t_) F(struct crypto_report_blkcipher, member_, t_)
REPORT(crypto_report_blkcipher,
	BLOCK(type, chars), BLOCK(geniv, chars), BLOCK(blocksize, u32), BLOCK(min_keysize, u32), BLOCK(max_keysize, u32),
	BLOCK(ivsize, u32));
#define AEAD(member_, t_) F(struct crypto_report_aead, member_, t_)
REPORT(crypto_report_aead,
	AEAD(type, chars), AEAD(geniv, chars), AEAD(blocksize, u32), AEAD(maxauthsize, u32), AEAD(ivsize, u32));
#define RNG(member_, t_) F(struct crypto_report_rng, member_, t_)
REPORT(crypto_report_rng, RNG(type, chars), RNG(seedsize, u32));
#define CIPHER(member_, t_) F(struct crypto_report_cipher, member_, t_)
REPORT(crypto_report_cipher,
	CIPHER(type, chars), CIPHER(blocksize, u32), CIPHER(min_keysize, u32), CIPHER(max_keysize, u32));
/* Those that have nothing but a name. */
STRUCT_MIN(crypto_report_name, 1, { .name = "type", .type = &type_nla_name, .flags = FIELD_REST });

ATTRIBUTES(crypto_attrs, "CRYPTOCFGA_???",
	AB(CRYPTOCFGA_UNSPEC), A(CRYPTOCFGA_PRIORITY_VAL, u32), A(CRYPTOCFGA_REPORT_LARVAL, crypto_report_name),
	A(CRYPTOCFGA_REPORT_HASH, crypto_report_hash), A(CRYPTOCFGA_REPORT_BLKCIPHER, crypto_report_blkcipher),
	A(CRYPTOCFGA_REPORT_AEAD, crypto_report_aead), A(CRYPTOCFGA_REPORT_COMPRESS, crypto_report_name),
	A(CRYPTOCFGA_REPORT_RNG, crypto_report_rng), A(CRYPTOCFGA_REPORT_CIPHER, crypto_report_cipher),
	A(CRYPTOCFGA_REPORT_AKCIPHER, crypto_report_name), A(CRYPTOCFGA_REPORT_KPP, crypto_report_name),
	A(CRYPTOCFGA_REPORT_ACOMP, crypto_report_name), AB(CRYPTOCFGA_STAT_LARVAL), AB(CRYPTOCFGA_STAT_HASH),
	AB(CRYPTOCFGA_STAT_BLKCIPHER), AB(CRYPTOCFGA_STAT_AEAD), AB(CRYPTOCFGA_STAT_COMPRESS), AB(CRYPTOCFGA_STAT_RNG),
	AB(CRYPTOCFGA_STAT_CIPHER), AB(CRYPTOCFGA_STAT_AKCIPHER), AB(CRYPTOCFGA_STAT_KPP), AB(CRYPTOCFGA_STAT_ACOMP));
HEADED_OR(crypto_message, sizeof(struct crypto_user_alg), bytes, crypto_user_alg, crypto_attrs);

#define ALGORITHM PAYLOAD(crypto_message)
static const struct netlink_message messages[] = {
	NEW(CRYPTO_MSG_NEWALG, ALGORITHM), DEL(CRYPTO_MSG_DELALG, ALGORITHM), OTHER(CRYPTO_MSG_UPDATEALG, ALGORITHM),
	GET(CRYPTO_MSG_GETALG, ALGORITHM), DEL(CRYPTO_MSG_DELRNG), OTHER(CRYPTO_MSG_GETSTAT, ALGORITHM)
};
const struct netlink_protocol netlink_crypto = {
	NETLINK_CRYPTO, "CRYPTO_MSG_???", .messages = messages, .count = sizeof(messages) / sizeof(messages[0])
};
