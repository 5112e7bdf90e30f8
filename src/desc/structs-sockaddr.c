// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Addresses of the rarer families of sockets: AX.25, Bluetooth, whose protocols are told by the address's length, near-field
 * communication, RxRPC, IEEE 802.15.4; see structs-net.c, where the union of all is. Bluetooth and IEEE 802.15.4 have no UAPI
 * headers: their structures and constants are those of include/net/bluetooth/ and include/net/af_ieee802154.h.
 */
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <linux/ax25.h>
#include <linux/nfc.h>
#include <linux/rxrpc.h>
#include "types.h"

/* clang-format off */

/* ---- AX.25 ---- */

/* The station alone, or a struct full_sockaddr_ax25. */
STRUCT(ax25_station, struct sockaddr_ax25,
	F(struct sockaddr_ax25, sax25_call, ax25_call),
	F(struct sockaddr_ax25, sax25_ndigis, i32));
STRUCT_MIN(sockaddr_ax25, sizeof(struct sockaddr_ax25),
	FN(struct sockaddr_ax25, sax25_family, sa_family, address_family),
	{ .name = "", .type = &type_ax25_route, .flags = FIELD_REST });

/* ---- near-field communication ---- */

ENUM(nfc_tag_protocol, 4, "NFC_PROTO_???",
	X(NFC_PROTO_JEWEL), X(NFC_PROTO_MIFARE), X(NFC_PROTO_FELICA), X(NFC_PROTO_ISO14443), X(NFC_PROTO_NFC_DEP),
	X(NFC_PROTO_ISO14443_B), X(NFC_PROTO_ISO15693));
#define NFC_MEMBERS \
	F(struct sockaddr_nfc_llcp, sa_family, address_family), \
	F(struct sockaddr_nfc_llcp, dev_idx, ifindex), \
	F(struct sockaddr_nfc_llcp, target_idx, x32), \
	F(struct sockaddr_nfc_llcp, nfc_protocol, nfc_tag_protocol)
STRUCT(sockaddr_nfc, struct sockaddr_nfc, NFC_MEMBERS);
/* Longer than one, too short for the other. */
STRUCT_MIN(sockaddr_nfc_cut, sizeof(struct sockaddr_nfc) + 1, NFC_MEMBERS, FN(struct sockaddr_nfc_llcp, dsap, , more));
STRUCT(sockaddr_nfc_llcp, struct sockaddr_nfc_llcp,
	NFC_MEMBERS,
	F(struct sockaddr_nfc_llcp, dsap, llcp_sap),
	F(struct sockaddr_nfc_llcp, ssap, llcp_sap),
	F(struct sockaddr_nfc_llcp, service_name, all_bytes, LEN(service_name_len)),
	F(struct sockaddr_nfc_llcp, service_name_len, size));

/* ---- Bluetooth ---- */

ENUM(hci_channel, 2, "HCI_CHANNEL_???",
	XV(0, "HCI_CHANNEL_RAW"), XV(1, "HCI_CHANNEL_USER"), XV(2, "HCI_CHANNEL_MONITOR"), XV(3, "HCI_CHANNEL_CONTROL"),
	XV(4, "HCI_CHANNEL_LOGGING"));
ENUM(l2cap_psm, 2, "L2CAP_PSM_???",
	XV(0x1, "L2CAP_PSM_SDP"), XV(0x3, "L2CAP_PSM_RFCOMM"), XV(0x21, "L2CAP_PSM_3DSP"), XV(0x23, "L2CAP_PSM_IPSP"),
	XV(0x80, "L2CAP_PSM_LE_DYN_START"), XV(0xff, "L2CAP_PSM_LE_DYN_END"), XV(0x1001, "L2CAP_PSM_DYN_START"),
	XV(0xffff, "L2CAP_PSM_DYN_END"));
ENUM(l2cap_cid, 2, "L2CAP_CID_???",
	XV(0x1, "L2CAP_CID_SIGNALING"), XV(0x2, "L2CAP_CID_CONN_LESS"), XV(0x3, "L2CAP_CID_A2MP"), XV(0x4, "L2CAP_CID_ATT"),
	XV(0x5, "L2CAP_CID_LE_SIGNALING"), XV(0x6, "L2CAP_CID_SMP"), XV(0x7, "L2CAP_CID_SMP_BREDR"), XV(0x40, "L2CAP_CID_DYN_START"),
	XV(0x7f, "L2CAP_CID_LE_DYN_END"), XV(0xffff, "L2CAP_CID_DYN_END"));
ENUM(bdaddr_type, 1, "BDADDR_???", XV(0, "BDADDR_BREDR"), XV(1, "BDADDR_LE_PUBLIC"), XV(2, "BDADDR_LE_RANDOM"));
PARTS(htobs, 2, NULL, "htobs(%)", PIECE(0xffff, 0, u16));
struct desc_sockaddr_hci { uint16_t family, hci_dev, hci_channel; };
struct desc_sockaddr_sco { uint16_t family; uint8_t sco_bdaddr[6]; };
struct desc_sockaddr_rc { uint16_t family; uint8_t rc_bdaddr[6], rc_channel, pad; };
struct desc_sockaddr_l2 {
	uint16_t family, l2_psm;
	uint8_t l2_bdaddr[6];
	uint16_t l2_cid;
	uint8_t l2_bdaddr_type, pad;
};
#define BLUETOOTH(name_, bytes_, ...) \
	static const struct field members_##name_[] = { \
		FN(struct desc_sockaddr_hci, family, sa_family, address_family), __VA_ARGS__ }; \
	const struct type type_##name_ = { .name = #name_, .kind = KIND_STRUCT, .size = (bytes_), .exact = true, \
		.members = members_##name_, .count = sizeof(members_##name_) / sizeof(members_##name_[0]) }
#define L2_MEMBERS \
	F(struct desc_sockaddr_l2, l2_psm, l2_psm), \
	F(struct desc_sockaddr_l2, l2_bdaddr, mac), \
	F(struct desc_sockaddr_l2, l2_cid, l2_cid)
BLUETOOTH(sockaddr_hci4, 4, F(struct desc_sockaddr_hci, hci_dev, htobs));
BLUETOOTH(sockaddr_hci, 6, F(struct desc_sockaddr_hci, hci_dev, htobs), F(struct desc_sockaddr_hci, hci_channel, hci_channel));
BLUETOOTH(sockaddr_sco, 8, F(struct desc_sockaddr_sco, sco_bdaddr, mac));
BLUETOOTH(sockaddr_rc, 10, F(struct desc_sockaddr_rc, rc_bdaddr, mac), F(struct desc_sockaddr_rc, rc_channel, u8));
BLUETOOTH(sockaddr_l2_12, 12, L2_MEMBERS);
BLUETOOTH(sockaddr_l2, 14, L2_MEMBERS, F(struct desc_sockaddr_l2, l2_bdaddr_type, bdaddr_type));

/* ---- RxRPC ---- */

/* fs/afs/afs_cm.h and its like */
ENUM(rxrpc_service_name, 2, "???_SERVICE",
	XV(1, "CM_SERVICE"), XV(2500, "YFS_FS_SERVICE"), XV(2501, "YFS_CM_SERVICE"), XV(2503, "YFS_VL_SERVICE"));
ENUM(rxrpc_transport_type, 2, "SOCK_???",
	X(SOCK_STREAM), X(SOCK_DGRAM), X(SOCK_RAW), X(SOCK_RDM), X(SOCK_SEQPACKET), X(SOCK_DCCP), X(SOCK_PACKET));
struct desc_sockaddr_rxrpc { /* struct sockaddr_rxrpc */
	uint16_t srx_family, srx_service, transport_type, transport_len, family;
	uint8_t data[26];
};
STRUCT(rxrpc_sin, struct sockaddr_in,
	F(struct sockaddr_in, sin_family, address_family),
	F(struct sockaddr_in, sin_port, htons),
	F(struct sockaddr_in, sin_addr, inet_addr));
STRUCT(rxrpc_sin6, struct sockaddr_in6,
	F(struct sockaddr_in6, sin6_family, address_family),
	F(struct sockaddr_in6, sin6_port, htons),
	F(struct sockaddr_in6, sin6_flowinfo, htonl),
	F(struct sockaddr_in6, sin6_addr, sin6_addr),
	F(struct sockaddr_in6, sin6_scope_id, scope_id));
struct desc_rxrpc_transport {
	union {
		uint16_t family;
		struct sockaddr_in sin;
		struct sockaddr_in6 sin6;
	};
};
STRUCT(rxrpc_transport_in, struct desc_rxrpc_transport, F(struct desc_rxrpc_transport, sin, rxrpc_sin));
STRUCT(rxrpc_transport_in6, struct desc_rxrpc_transport, F(struct desc_rxrpc_transport, sin6, rxrpc_sin6));
STRUCT_MIN(rxrpc_transport_other, sizeof(uint16_t),
	F(struct desc_rxrpc_transport, family, address_family),
	{ .name = "", .type = &type_all_bytes, .offset = sizeof(uint16_t), .flags = FIELD_REST });
STRUCT_MIN(rxrpc_transport_none, sizeof(uint16_t), F(struct desc_rxrpc_transport, family, address_family));
STRUCT_BY(rxrpc_transport, struct desc_rxrpc_transport, family, address_family, rxrpc_transport_other,
	V(AF_UNSPEC, rxrpc_transport_none), V(AF_INET, rxrpc_transport_in), V(AF_INET6, rxrpc_transport_in6));
STRUCT_MIN(sockaddr_rxrpc, sizeof(struct sockaddr_rxrpc),
	FN(struct sockaddr_rxrpc, srx_family, sa_family, address_family),
	F(struct sockaddr_rxrpc, srx_service, rxrpc_service),
	F(struct sockaddr_rxrpc, transport_type, rxrpc_transport_type),
	F(struct sockaddr_rxrpc, transport_len, u16),
	F(struct sockaddr_rxrpc, transport, rxrpc_transport, REST));

/* ---- IEEE 802.15.4 ---- */

ENUM(ieee802154_addr_name, 4, "IEEE802154_ADDR_???",
	XV(0, "IEEE802154_ADDR_NONE"), XV(2, "IEEE802154_ADDR_SHORT"), XV(3, "IEEE802154_ADDR_LONG"));
struct desc_ieee802154_addr {
	uint32_t addr_type;
	uint16_t pan_id;
	union {
		uint8_t hwaddr[8];
		uint16_t short_addr;
	};
};
STRUCT(ieee802154_addr, struct desc_ieee802154_addr,
	F(struct desc_ieee802154_addr, addr_type, ieee802154_addr_type),
	F(struct desc_ieee802154_addr, pan_id, x16),
	F(struct desc_ieee802154_addr, short_addr, x16, WHEN_IS(addr_type, 2)),
	F(struct desc_ieee802154_addr, hwaddr, mac, WHEN_NOT(addr_type, ~2ULL, 0)));
struct desc_sockaddr_ieee802154 {
	uint16_t family;
	struct desc_ieee802154_addr addr;
};
STRUCT(sockaddr_ieee802154, struct desc_sockaddr_ieee802154,
	FN(struct desc_sockaddr_ieee802154, family, sa_family, address_family),
	F(struct desc_sockaddr_ieee802154, addr, ieee802154_addr));
