// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * ioctls of one device or another: random numbers, clocks, watchdogs, virtual machines, counters, GPIO, PTP, TEE,
 * infrared, labels of file systems; their flags, structures and forms. See ioctls.c.
 */
#include <stdint.h>
#include <linux/counter.h>
#include <linux/fs.h>
#include <linux/gpio.h>
#include <linux/if_tun.h>
#include <linux/inotify.h>
#include <linux/kvm.h>
#include <linux/lirc.h>
#include <linux/perf_event.h>
#include <linux/ptp_clock.h>
#include <linux/random.h>
#include <linux/rtc.h>
#include <linux/tee.h>
#include <linux/watchdog.h>
#include "nr-x86_64.h"
#include "types.h"

/* clang-format off */

/* An array that is 0. */
#define RESERVED(n_) .fixed = (n_), IF_NOT_ZERO

/* ---- random numbers, clocks ---- */

STRUCT(rand_pool_info, struct rand_pool_info,
	F(struct rand_pool_info, entropy_count, i32), F(struct rand_pool_info, buf_size, i32),
	TAIL(struct rand_pool_info, buf, bytes, LEN(buf_size)));
FLAGSET(rtc_voltage, 4, "RTC_VL_???",
	X(RTC_VL_DATA_INVALID), X(RTC_VL_BACKUP_LOW), X(RTC_VL_BACKUP_EMPTY), X(RTC_VL_ACCURACY_LOW),
	X(RTC_VL_BACKUP_SWITCH));
#define PLL(member_, t_) F(struct rtc_pll_info, member_, t_)
STRUCT(rtc_pll, struct rtc_pll_info,
	PLL(pll_ctrl, i32), PLL(pll_value, i32), PLL(pll_max, i32), PLL(pll_min, i32), PLL(pll_posmult, i32),
	PLL(pll_negmult, i32), PLL(pll_clock, i64));
ENUM(rtc_param_name, 8, "RTC_PARAM_???",
	X(RTC_PARAM_FEATURES), X(RTC_PARAM_CORRECTION), X(RTC_PARAM_BACKUP_SWITCH_MODE));
#define FEATURE(n_) XV(1ULL << (n_), "1<<" #n_)
FLAGSET(rtc_features, 8, "1<<RTC_FEATURE_???",
	FEATURE(RTC_FEATURE_ALARM), FEATURE(RTC_FEATURE_ALARM_RES_MINUTE), FEATURE(RTC_FEATURE_NEED_WEEK_DAY),
	FEATURE(RTC_FEATURE_ALARM_RES_2S), FEATURE(RTC_FEATURE_UPDATE_INTERRUPT), FEATURE(RTC_FEATURE_CORRECTION),
	FEATURE(RTC_FEATURE_BACKUP_SWITCH_MODE), FEATURE(RTC_FEATURE_ALARM_WAKEUP_ONLY));
ENUM(rtc_switch_mode, 8, "RTC_BSM_???",
	X(RTC_BSM_DISABLED), X(RTC_BSM_DIRECT), X(RTC_BSM_LEVEL), X(RTC_BSM_STANDBY));
#define RTC_VALUE(...) \
	F(struct rtc_param, svalue, i64, WHEN_IS(param, RTC_PARAM_CORRECTION), ##__VA_ARGS__), \
	F(struct rtc_param, uvalue, rtc_features, WHEN_IS(param, RTC_PARAM_FEATURES), ##__VA_ARGS__), \
	F(struct rtc_param, uvalue, rtc_switch_mode, WHEN_IS(param, RTC_PARAM_BACKUP_SWITCH_MODE), ##__VA_ARGS__), \
	F(struct rtc_param, uvalue, x64, WHEN_ABOVE(param, RTC_PARAM_BACKUP_SWITCH_MODE), ##__VA_ARGS__)
STRUCT(rtc_param, struct rtc_param,
	F(struct rtc_param, param, rtc_param_name), RTC_VALUE(), F(struct rtc_param, index, u32),
	F(struct rtc_param, __pad, x32, IF_NOT_ZERO));
STRUCT(rtc_param_get, struct rtc_param,
	F(struct rtc_param, param, rtc_param_name), F(struct rtc_param, index, u32), F(struct rtc_param, __pad, x32, IF_NOT_ZERO),
	RTC_VALUE(RESULT), F(struct rtc_param, __pad, x32, .flags = FIELD_RESULT | FIELD_IF_SET));
#define PTP_TIME(member_, t_) F(struct ptp_clock_time, member_, t_)
#define PTP_TIMES PTP_TIME(sec, i64), PTP_TIME(nsec, u32), F(struct ptp_clock_time, reserved, x32, IF_NOT_ZERO)
STRUCT(ptp_period, struct ptp_clock_time, PTP_TIMES);
STRUCT_AS((.date = 9), ptp_time, struct ptp_clock_time, PTP_TIMES);
#define PTP_PRECISE(member_, t_, ...) F(struct ptp_sys_offset_precise, member_, t_, ##__VA_ARGS__)
STRUCT(ptp_precise, struct ptp_sys_offset_precise,
	PTP_PRECISE(device, ptp_time), PTP_PRECISE(sys_realtime, ptp_time), PTP_PRECISE(sys_monoraw, ptp_period),
	PTP_PRECISE(rsv, x32, RESERVED(4)));
FLAGSET(ptp_perout_flags, 4, "PTP_PEROUT_???", X(PTP_PEROUT_ONE_SHOT), X(PTP_PEROUT_DUTY_CYCLE), X(PTP_PEROUT_PHASE));
#define PEROUT(member_, t_, ...) F(struct ptp_perout_request, member_, t_, ##__VA_ARGS__)
#define PEROUTS \
	PEROUT(phase, ptp_period, WHEN(flags, PTP_PEROUT_PHASE)), \
	PEROUT(start, ptp_time, WHEN_EQ(flags, PTP_PEROUT_PHASE, 0)), PEROUT(period, ptp_period), PEROUT(index, u32), \
	PEROUT(flags, ptp_perout_flags), PEROUT(on, ptp_period, WHEN(flags, PTP_PEROUT_DUTY_CYCLE))
STRUCT(ptp_perout, struct ptp_perout_request, PEROUTS);
STRUCT(ptp_perout2, struct ptp_perout_request,
	PEROUTS, PEROUT(rsv, x32, .fixed = 4, IF_NOT_ZERO, WHEN_EQ(flags, PTP_PEROUT_DUTY_CYCLE, 0)));
#define PTP_CAPS(member_) F(struct ptp_clock_caps, member_, i32)
STRUCT(ptp_caps, struct ptp_clock_caps,
	PTP_CAPS(max_adj), PTP_CAPS(n_alarm), PTP_CAPS(n_ext_ts), PTP_CAPS(n_per_out), PTP_CAPS(pps), PTP_CAPS(n_pins),
	PTP_CAPS(cross_timestamping), PTP_CAPS(adjust_phase), F(struct ptp_clock_caps, rsv, x32, RESERVED(12)));
FLAGSET(ptp_extts_flags, 4, "PTP_???",
	X(PTP_ENABLE_FEATURE), X(PTP_RISING_EDGE), X(PTP_FALLING_EDGE), X(PTP_STRICT_FLAGS));
STRUCT(ptp_extts, struct ptp_extts_request,
	F(struct ptp_extts_request, index, u32), F(struct ptp_extts_request, flags, ptp_extts_flags));
STRUCT(ptp_extts2, struct ptp_extts_request,
	F(struct ptp_extts_request, index, u32), F(struct ptp_extts_request, flags, ptp_extts_flags),
	F(struct ptp_extts_request, rsv, x32, RESERVED(2)));
ENUM(ptp_pin_func, 4, "PTP_PF_???", X(PTP_PF_NONE), X(PTP_PF_EXTTS), X(PTP_PF_PEROUT), X(PTP_PF_PHYSYNC));
#define PTP_PIN(member_, t_, ...) F(struct ptp_pin_desc, member_, t_, ##__VA_ARGS__)
STRUCT(ptp_pin_set, struct ptp_pin_desc, PTP_PIN(index, u32), PTP_PIN(func, ptp_pin_func), PTP_PIN(chan, u32));
STRUCT(ptp_pin_set2, struct ptp_pin_desc,
	PTP_PIN(index, u32), PTP_PIN(func, ptp_pin_func), PTP_PIN(chan, u32), PTP_PIN(rsv, x32, RESERVED(5)));
#define PTP_PIN_ANSWER PTP_PIN(name, chars, ANSWER), PTP_PIN(func, ptp_pin_func, ANSWER), PTP_PIN(chan, u32, ANSWER)
STRUCT(ptp_pin_get, struct ptp_pin_desc, PTP_PIN(index, u32), PTP_PIN_ANSWER);
STRUCT(ptp_pin_get2, struct ptp_pin_desc, PTP_PIN(index, u32), PTP_PIN(rsv, x32, RESERVED(5)), PTP_PIN_ANSWER);

#define PTP_OFFSET(member_, t_, ...) F(struct ptp_sys_offset, member_, t_, ##__VA_ARGS__)
#define PTP_STAMP(i_, n_, ...) FN(struct ptp_sys_offset, ts[i_], , ptp_time, WHEN_ABOVE(n_samples, n_), ##__VA_ARGS__)
#define PTP_PAIR(n_, ...) PTP_STAMP(2 * (n_) + 1, n_, ##__VA_ARGS__), PTP_STAMP(2 * (n_) + 2, n_, ##__VA_ARGS__)
#define PTP_PAIRS5(n_, ...) \
	PTP_PAIR(n_, ##__VA_ARGS__), PTP_PAIR((n_) + 1, ##__VA_ARGS__), PTP_PAIR((n_) + 2, ##__VA_ARGS__), \
	PTP_PAIR((n_) + 3, ##__VA_ARGS__), PTP_PAIR((n_) + 4, ##__VA_ARGS__)
/* One stamp, and two more for each sample; without -v no more than 32, as in any array. */
STRUCT_AS((.brackets = true), ptp_stamps, struct ptp_sys_offset,
	PTP_OFFSET(n_samples, u32, HIDDEN), FN(struct ptp_sys_offset, ts[0], , ptp_time), PTP_PAIRS5(0), PTP_PAIRS5(5),
	PTP_PAIRS5(10), PTP_STAMP(31, 15), PTP_STAMP(32, 15, VERBOSE), PTP_PAIR(16, VERBOSE), PTP_PAIR(17, VERBOSE),
	PTP_PAIR(18, VERBOSE), PTP_PAIR(19, VERBOSE), PTP_PAIRS5(20, VERBOSE));
_Static_assert(PTP_MAX_SAMPLES == 25, "all of ts is shown");
STRUCT(ptp_offset, struct ptp_sys_offset,
	PTP_OFFSET(n_samples, u32), PTP_OFFSET(rsv, x32, RESERVED(3)),
	{ .name = "ts", .type = &type_ptp_stamps, .size = sizeof(struct ptp_sys_offset), ANSWER });
struct desc_ptp_triple {
	struct ptp_clock_time ts[3];
};
STRUCT_AS((.brackets = true), ptp_triple, struct desc_ptp_triple,
	FN(struct desc_ptp_triple, ts[0], , ptp_time), FN(struct desc_ptp_triple, ts[1], , ptp_time),
	FN(struct desc_ptp_triple, ts[2], , ptp_time));
STRUCT(ptp_offset_extended, struct ptp_sys_offset_extended,
	F(struct ptp_sys_offset_extended, n_samples, u32), F(struct ptp_sys_offset_extended, rsv, x32, RESERVED(3)),
	F(struct ptp_sys_offset_extended, ts, ptp_triple, FIXED(PTP_MAX_SAMPLES), COUNT(n_samples), ANSWER));

/* ---- virtual machines ---- */

ENUM(kvm_cap, 8, "KVM_CAP_???",
	X(KVM_CAP_IRQCHIP), X(KVM_CAP_HLT), X(KVM_CAP_MMU_SHADOW_CACHE_CONTROL), X(KVM_CAP_USER_MEMORY),
	X(KVM_CAP_SET_TSS_ADDR), X(KVM_CAP_VAPIC), X(KVM_CAP_EXT_CPUID), X(KVM_CAP_CLOCKSOURCE),
	X(KVM_CAP_NR_VCPUS), X(KVM_CAP_NR_MEMSLOTS), X(KVM_CAP_PIT), X(KVM_CAP_NOP_IO_DELAY), X(KVM_CAP_PV_MMU),
	X(KVM_CAP_MP_STATE), X(KVM_CAP_COALESCED_MMIO), X(KVM_CAP_SYNC_MMU), X(KVM_CAP_IOMMU),
	X(KVM_CAP_DESTROY_MEMORY_REGION_WORKS), X(KVM_CAP_USER_NMI), X(KVM_CAP_SET_GUEST_DEBUG),
	X(KVM_CAP_REINJECT_CONTROL), X(KVM_CAP_IRQ_ROUTING), X(KVM_CAP_IRQ_INJECT_STATUS),
	X(KVM_CAP_ASSIGN_DEV_IRQ), X(KVM_CAP_JOIN_MEMORY_REGIONS_WORKS), X(KVM_CAP_MCE), X(KVM_CAP_IRQFD),
	X(KVM_CAP_PIT2), X(KVM_CAP_SET_BOOT_CPU_ID), X(KVM_CAP_PIT_STATE2), X(KVM_CAP_IOEVENTFD),
	X(KVM_CAP_SET_IDENTITY_MAP_ADDR), X(KVM_CAP_XEN_HVM), X(KVM_CAP_ADJUST_CLOCK),
	X(KVM_CAP_INTERNAL_ERROR_DATA), X(KVM_CAP_VCPU_EVENTS), X(KVM_CAP_S390_PSW), X(KVM_CAP_PPC_SEGSTATE),
	X(KVM_CAP_HYPERV), X(KVM_CAP_HYPERV_VAPIC), X(KVM_CAP_HYPERV_SPIN), X(KVM_CAP_PCI_SEGMENT),
	X(KVM_CAP_PPC_PAIRED_SINGLES), X(KVM_CAP_INTR_SHADOW), X(KVM_CAP_DEBUGREGS),
	X(KVM_CAP_X86_ROBUST_SINGLESTEP), X(KVM_CAP_PPC_OSI), X(KVM_CAP_PPC_UNSET_IRQ), X(KVM_CAP_ENABLE_CAP),
	X(KVM_CAP_XSAVE), X(KVM_CAP_XCRS), X(KVM_CAP_PPC_GET_PVINFO), X(KVM_CAP_PPC_IRQ_LEVEL),
	X(KVM_CAP_ASYNC_PF), X(KVM_CAP_TSC_CONTROL), X(KVM_CAP_GET_TSC_KHZ), X(KVM_CAP_PPC_BOOKE_SREGS),
	X(KVM_CAP_SPAPR_TCE), X(KVM_CAP_PPC_SMT), X(KVM_CAP_PPC_RMA), X(KVM_CAP_MAX_VCPUS), X(KVM_CAP_PPC_HIOR),
	X(KVM_CAP_PPC_PAPR), X(KVM_CAP_SW_TLB), X(KVM_CAP_ONE_REG), X(KVM_CAP_S390_GMAP),
	X(KVM_CAP_TSC_DEADLINE_TIMER), X(KVM_CAP_S390_UCONTROL), X(KVM_CAP_SYNC_REGS), X(KVM_CAP_PCI_2_3),
	X(KVM_CAP_KVMCLOCK_CTRL), X(KVM_CAP_SIGNAL_MSI), X(KVM_CAP_PPC_GET_SMMU_INFO), X(KVM_CAP_S390_COW),
	X(KVM_CAP_PPC_ALLOC_HTAB), X(KVM_CAP_READONLY_MEM), X(KVM_CAP_IRQFD_RESAMPLE),
	X(KVM_CAP_PPC_BOOKE_WATCHDOG), X(KVM_CAP_PPC_HTAB_FD), X(KVM_CAP_S390_CSS_SUPPORT), X(KVM_CAP_PPC_EPR),
	X(KVM_CAP_ARM_PSCI), X(KVM_CAP_ARM_SET_DEVICE_ADDR), X(KVM_CAP_DEVICE_CTRL), X(KVM_CAP_IRQ_MPIC),
	X(KVM_CAP_PPC_RTAS), X(KVM_CAP_IRQ_XICS), X(KVM_CAP_ARM_EL1_32BIT), X(KVM_CAP_SPAPR_MULTITCE),
	X(KVM_CAP_EXT_EMUL_CPUID), X(KVM_CAP_HYPERV_TIME), X(KVM_CAP_IOAPIC_POLARITY_IGNORED),
	X(KVM_CAP_ENABLE_CAP_VM), X(KVM_CAP_S390_IRQCHIP), X(KVM_CAP_IOEVENTFD_NO_LENGTH),
	X(KVM_CAP_VM_ATTRIBUTES), X(KVM_CAP_ARM_PSCI_0_2), X(KVM_CAP_PPC_FIXUP_HCALL), X(KVM_CAP_PPC_ENABLE_HCALL),
	X(KVM_CAP_CHECK_EXTENSION_VM), X(KVM_CAP_S390_USER_SIGP), X(KVM_CAP_S390_VECTOR_REGISTERS),
	X(KVM_CAP_S390_MEM_OP), X(KVM_CAP_S390_USER_STSI), X(KVM_CAP_S390_SKEYS), X(KVM_CAP_MIPS_FPU),
	X(KVM_CAP_MIPS_MSA), X(KVM_CAP_S390_INJECT_IRQ), X(KVM_CAP_S390_IRQ_STATE), X(KVM_CAP_PPC_HWRNG),
	X(KVM_CAP_DISABLE_QUIRKS), X(KVM_CAP_X86_SMM), X(KVM_CAP_MULTI_ADDRESS_SPACE),
	X(KVM_CAP_GUEST_DEBUG_HW_BPS), X(KVM_CAP_GUEST_DEBUG_HW_WPS), X(KVM_CAP_SPLIT_IRQCHIP),
	X(KVM_CAP_IOEVENTFD_ANY_LENGTH), X(KVM_CAP_HYPERV_SYNIC), X(KVM_CAP_S390_RI), X(KVM_CAP_SPAPR_TCE_64),
	X(KVM_CAP_ARM_PMU_V3), X(KVM_CAP_VCPU_ATTRIBUTES), X(KVM_CAP_MAX_VCPU_ID), X(KVM_CAP_X2APIC_API),
	X(KVM_CAP_S390_USER_INSTR0), X(KVM_CAP_MSI_DEVID), X(KVM_CAP_PPC_HTM), X(KVM_CAP_SPAPR_RESIZE_HPT),
	X(KVM_CAP_PPC_MMU_RADIX), X(KVM_CAP_PPC_MMU_HASH_V3), X(KVM_CAP_IMMEDIATE_EXIT), X(KVM_CAP_MIPS_VZ),
	X(KVM_CAP_MIPS_TE), X(KVM_CAP_MIPS_64BIT), X(KVM_CAP_S390_GS), X(KVM_CAP_S390_AIS),
	X(KVM_CAP_SPAPR_TCE_VFIO), X(KVM_CAP_X86_DISABLE_EXITS), X(KVM_CAP_ARM_USER_IRQ),
	X(KVM_CAP_S390_CMMA_MIGRATION), X(KVM_CAP_PPC_FWNMI), X(KVM_CAP_PPC_SMT_POSSIBLE),
	X(KVM_CAP_HYPERV_SYNIC2), X(KVM_CAP_HYPERV_VP_INDEX), X(KVM_CAP_S390_AIS_MIGRATION),
	X(KVM_CAP_PPC_GET_CPU_CHAR), X(KVM_CAP_S390_BPB), X(KVM_CAP_GET_MSR_FEATURES), X(KVM_CAP_HYPERV_EVENTFD),
	X(KVM_CAP_HYPERV_TLBFLUSH), X(KVM_CAP_S390_HPAGE_1M), X(KVM_CAP_NESTED_STATE),
	X(KVM_CAP_ARM_INJECT_SERROR_ESR), X(KVM_CAP_MSR_PLATFORM_INFO), X(KVM_CAP_PPC_NESTED_HV),
	X(KVM_CAP_HYPERV_SEND_IPI), X(KVM_CAP_COALESCED_PIO), X(KVM_CAP_HYPERV_ENLIGHTENED_VMCS),
	X(KVM_CAP_EXCEPTION_PAYLOAD), X(KVM_CAP_ARM_VM_IPA_SIZE), X(KVM_CAP_MANUAL_DIRTY_LOG_PROTECT),
	X(KVM_CAP_HYPERV_CPUID), X(KVM_CAP_MANUAL_DIRTY_LOG_PROTECT2), X(KVM_CAP_PPC_IRQ_XIVE), X(KVM_CAP_ARM_SVE),
	X(KVM_CAP_ARM_PTRAUTH_ADDRESS), X(KVM_CAP_ARM_PTRAUTH_GENERIC), X(KVM_CAP_PMU_EVENT_FILTER),
	X(KVM_CAP_ARM_IRQ_LINE_LAYOUT_2), X(KVM_CAP_HYPERV_DIRECT_TLBFLUSH), X(KVM_CAP_PPC_GUEST_DEBUG_SSTEP),
	X(KVM_CAP_ARM_NISV_TO_USER), X(KVM_CAP_ARM_INJECT_EXT_DABT), X(KVM_CAP_S390_VCPU_RESETS),
	X(KVM_CAP_S390_PROTECTED), X(KVM_CAP_PPC_SECURE_GUEST), X(KVM_CAP_HALT_POLL), X(KVM_CAP_ASYNC_PF_INT),
	X(KVM_CAP_LAST_CPU), X(KVM_CAP_SMALLER_MAXPHYADDR), X(KVM_CAP_S390_DIAG318), X(KVM_CAP_STEAL_TIME),
	X(KVM_CAP_X86_USER_SPACE_MSR), X(KVM_CAP_X86_MSR_FILTER), X(KVM_CAP_ENFORCE_PV_FEATURE_CPUID),
	X(KVM_CAP_SYS_HYPERV_CPUID), X(KVM_CAP_DIRTY_LOG_RING), X(KVM_CAP_X86_BUS_LOCK_EXIT), X(KVM_CAP_PPC_DAWR1),
	X(KVM_CAP_SET_GUEST_DEBUG2), X(KVM_CAP_SGX_ATTRIBUTE), X(KVM_CAP_VM_COPY_ENC_CONTEXT_FROM),
	X(KVM_CAP_PTP_KVM), X(KVM_CAP_HYPERV_ENFORCE_CPUID), X(KVM_CAP_SREGS2), X(KVM_CAP_EXIT_HYPERCALL),
	X(KVM_CAP_PPC_RPT_INVALIDATE), X(KVM_CAP_BINARY_STATS_FD), X(KVM_CAP_EXIT_ON_EMULATION_FAILURE),
	X(KVM_CAP_ARM_MTE), X(KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM), X(KVM_CAP_VM_GPA_BITS), X(KVM_CAP_XSAVE2),
	X(KVM_CAP_SYS_ATTRIBUTES), X(KVM_CAP_PPC_AIL_MODE_3), X(KVM_CAP_S390_MEM_OP_EXTENSION),
	X(KVM_CAP_PMU_CAPABILITY), X(KVM_CAP_DISABLE_QUIRKS2), X(KVM_CAP_VM_TSC_CONTROL),
	X(KVM_CAP_SYSTEM_EVENT_DATA), X(KVM_CAP_ARM_SYSTEM_SUSPEND), X(KVM_CAP_S390_PROTECTED_DUMP),
	X(KVM_CAP_X86_TRIPLE_FAULT_EVENT), X(KVM_CAP_X86_NOTIFY_VMEXIT), X(KVM_CAP_VM_DISABLE_NX_HUGE_PAGES),
	X(KVM_CAP_S390_ZPCI_OP), X(KVM_CAP_S390_CPU_TOPOLOGY), X(KVM_CAP_DIRTY_LOG_RING_ACQ_REL));
#define KVM_CPUID(member_, t_) F(struct kvm_cpuid_entry2, member_, t_)
FLAGSET(kvm_cpuid_flags, 4, "KVM_CPUID_FLAG_???",
	X(KVM_CPUID_FLAG_SIGNIFCANT_INDEX), X(KVM_CPUID_FLAG_STATEFUL_FUNC), X(KVM_CPUID_FLAG_STATE_READ_NEXT));
STRUCT(kvm_cpuid_entry, struct kvm_cpuid_entry2,
	KVM_CPUID(function, x32), KVM_CPUID(index, x32), KVM_CPUID(flags, kvm_cpuid_flags), KVM_CPUID(eax, x32),
	KVM_CPUID(ebx, x32), KVM_CPUID(ecx, x32), KVM_CPUID(edx, x32));
STRUCT(kvm_cpuid, struct kvm_cpuid2,
	F(struct kvm_cpuid2, nent, u32), TAIL(struct kvm_cpuid2, entries, kvm_cpuid_entry, COUNT(nent)));

/* ---- counters ---- */

ENUM(counter_component_type, 1, "COUNTER_COMPONENT_???",
	X(COUNTER_COMPONENT_NONE), X(COUNTER_COMPONENT_SIGNAL), X(COUNTER_COMPONENT_COUNT), X(COUNTER_COMPONENT_FUNCTION),
	X(COUNTER_COMPONENT_SYNAPSE_ACTION), X(COUNTER_COMPONENT_EXTENSION));
ENUM(counter_scope, 1, "COUNTER_SCOPE_???",
	X(COUNTER_SCOPE_DEVICE), X(COUNTER_SCOPE_SIGNAL), X(COUNTER_SCOPE_COUNT));
ENUM(counter_event, 1, "COUNTER_EVENT_???",
	X(COUNTER_EVENT_OVERFLOW), X(COUNTER_EVENT_UNDERFLOW), X(COUNTER_EVENT_OVERFLOW_UNDERFLOW),
	X(COUNTER_EVENT_THRESHOLD), X(COUNTER_EVENT_INDEX), X(COUNTER_EVENT_CHANGE_OF_STATE), X(COUNTER_EVENT_CAPTURE));
STRUCT(counter_component, struct counter_component,
	F(struct counter_component, type, counter_component_type), F(struct counter_component, scope, counter_scope),
	F(struct counter_component, parent, u8), F(struct counter_component, id, u8));
STRUCT(counter_watch, struct counter_watch,
	F(struct counter_watch, component, counter_component), F(struct counter_watch, event, counter_event),
	F(struct counter_watch, channel, u8));

/* ---- GPIO ---- */

#define GPIO_CHIP(member_, t_) F(struct gpiochip_info, member_, t_)
STRUCT(gpio_chip, struct gpiochip_info, GPIO_CHIP(name, chars), GPIO_CHIP(label, chars), GPIO_CHIP(lines, u32));
FLAGSET(gpio_handle_flags, 4, "GPIOHANDLE_REQUEST_???",
	X(GPIOHANDLE_REQUEST_INPUT), X(GPIOHANDLE_REQUEST_OUTPUT), X(GPIOHANDLE_REQUEST_ACTIVE_LOW),
	X(GPIOHANDLE_REQUEST_OPEN_DRAIN), X(GPIOHANDLE_REQUEST_OPEN_SOURCE), X(GPIOHANDLE_REQUEST_BIAS_PULL_UP),
	X(GPIOHANDLE_REQUEST_BIAS_PULL_DOWN), X(GPIOHANDLE_REQUEST_BIAS_DISABLE));
FLAGSET(gpio_event_flags, 4, "GPIOEVENT_REQUEST_???",
	XM(3, GPIOEVENT_REQUEST_BOTH_EDGES), X(GPIOEVENT_REQUEST_RISING_EDGE), X(GPIOEVENT_REQUEST_FALLING_EDGE));
FLAGSET(gpio_line_flags, 4, "GPIOLINE_FLAG_???",
	X(GPIOLINE_FLAG_KERNEL), X(GPIOLINE_FLAG_IS_OUT), X(GPIOLINE_FLAG_ACTIVE_LOW), X(GPIOLINE_FLAG_OPEN_DRAIN),
	X(GPIOLINE_FLAG_OPEN_SOURCE), X(GPIOLINE_FLAG_BIAS_PULL_UP), X(GPIOLINE_FLAG_BIAS_PULL_DOWN),
	X(GPIOLINE_FLAG_BIAS_DISABLE));
#define GPIO_EVENT(member_, t_, ...) F(struct gpioevent_request, member_, t_, ##__VA_ARGS__)
STRUCT(gpio_event, struct gpioevent_request,
	GPIO_EVENT(lineoffset, u32), GPIO_EVENT(handleflags, gpio_handle_flags), GPIO_EVENT(eventflags, gpio_event_flags),
	GPIO_EVENT(consumer_label, chars), GPIO_EVENT(fd, fd, RESULT));
STRUCT(gpio_line, struct gpioline_info,
	FN(struct gpioline_info, line_offset, line_offset, u32), F(struct gpioline_info, flags, gpio_line_flags, RESULT),
	F(struct gpioline_info, name, chars, RESULT), F(struct gpioline_info, consumer, chars, RESULT));
struct desc_gpio_offset {
	uint32_t offset;
};
STRUCT(gpio_offset, struct desc_gpio_offset, F(struct desc_gpio_offset, offset, u32));
STRUCT(gpio_values_get, struct gpio_v2_line_values,
	F(struct gpio_v2_line_values, mask, x64), F(struct gpio_v2_line_values, bits, x64, RESULT));
STRUCT(gpio_values_set, struct gpio_v2_line_values,
	F(struct gpio_v2_line_values, bits, x64), F(struct gpio_v2_line_values, mask, x64));

STRUCT(gpio_config, struct gpiohandle_config,
	F(struct gpiohandle_config, flags, gpio_handle_flags),
	F(struct gpiohandle_config, default_values, u8, FIXED(GPIOHANDLES_MAX)));
STRUCT(gpio_handle_data, struct gpiohandle_data, F(struct gpiohandle_data, values, u8, FIXED(GPIOHANDLES_MAX)));
#define GPIO_HANDLE(member_, t_, ...) F(struct gpiohandle_request, member_, t_, ##__VA_ARGS__)
STRUCT(gpio_handle, struct gpiohandle_request,
	GPIO_HANDLE(lines, u32), GPIO_HANDLE(lineoffsets, u32, FIXED(GPIOHANDLES_MAX), COUNT(lines)),
	GPIO_HANDLE(flags, gpio_handle_flags), GPIO_HANDLE(default_values, u8, FIXED(GPIOHANDLES_MAX), COUNT(lines)),
	GPIO_HANDLE(consumer_label, chars), GPIO_HANDLE(fd, fd, RESULT));
FLAGSET(gpio_v2_flags, 8, "GPIO_V2_LINE_FLAG_???",
	X(GPIO_V2_LINE_FLAG_USED), X(GPIO_V2_LINE_FLAG_ACTIVE_LOW), X(GPIO_V2_LINE_FLAG_INPUT), X(GPIO_V2_LINE_FLAG_OUTPUT),
	X(GPIO_V2_LINE_FLAG_EDGE_RISING), X(GPIO_V2_LINE_FLAG_EDGE_FALLING), X(GPIO_V2_LINE_FLAG_OPEN_DRAIN),
	X(GPIO_V2_LINE_FLAG_OPEN_SOURCE), X(GPIO_V2_LINE_FLAG_BIAS_PULL_UP), X(GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN),
	X(GPIO_V2_LINE_FLAG_BIAS_DISABLED), X(GPIO_V2_LINE_FLAG_EVENT_CLOCK_REALTIME),
	X(GPIO_V2_LINE_FLAG_EVENT_CLOCK_HTE));
/* An attribute: flags, values or a time, by its id. */
#define GPIO_ATTR(member_, t_, id_) FN(struct gpio_v2_line_config_attribute, attr.member_, member_, t_, WHEN_IS(id, id_))
STRUCT(gpio_config_attribute, struct gpio_v2_line_config_attribute,
	FN(struct gpio_v2_line_config_attribute, attr.id, id, u32, HIDDEN),
	GPIO_ATTR(flags, gpio_v2_flags, GPIO_V2_LINE_ATTR_ID_FLAGS),
	GPIO_ATTR(values, x64, GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES),
	GPIO_ATTR(debounce_period_us, u32, GPIO_V2_LINE_ATTR_ID_DEBOUNCE),
	F(struct gpio_v2_line_config_attribute, mask, x64));
STRUCT(gpio_attribute, struct gpio_v2_line_attribute,
	F(struct gpio_v2_line_attribute, id, u32, HIDDEN),
	F(struct gpio_v2_line_attribute, flags, gpio_v2_flags, WHEN_IS(id, GPIO_V2_LINE_ATTR_ID_FLAGS)),
	F(struct gpio_v2_line_attribute, values, x64, WHEN_IS(id, GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES)),
	F(struct gpio_v2_line_attribute, debounce_period_us, u32, WHEN_IS(id, GPIO_V2_LINE_ATTR_ID_DEBOUNCE)));
#define GPIO_CONFIG(member_, t_, ...) F(struct gpio_v2_line_config, member_, t_, ##__VA_ARGS__)
STRUCT(gpio_v2_config, struct gpio_v2_line_config,
	GPIO_CONFIG(flags, gpio_v2_flags), GPIO_CONFIG(num_attrs, u32), GPIO_CONFIG(padding, x32, RESERVED(5)),
	GPIO_CONFIG(attrs, gpio_config_attribute, FIXED(GPIO_V2_LINE_NUM_ATTRS_MAX), COUNT(num_attrs), WHEN(num_attrs, ~0ULL)));
#define GPIO_REQUEST(member_, t_, ...) F(struct gpio_v2_line_request, member_, t_, ##__VA_ARGS__)
STRUCT(gpio_v2_request, struct gpio_v2_line_request,
	GPIO_REQUEST(num_lines, u32), GPIO_REQUEST(offsets, u32, FIXED(GPIO_V2_LINES_MAX), COUNT(num_lines)),
	GPIO_REQUEST(consumer, chars), GPIO_REQUEST(config, gpio_v2_config), GPIO_REQUEST(event_buffer_size, u32),
	GPIO_REQUEST(padding, x32, RESERVED(5)), GPIO_REQUEST(fd, fd, RESULT));
#define GPIO_INFO(member_, t_, ...) F(struct gpio_v2_line_info, member_, t_, ##__VA_ARGS__)
STRUCT(gpio_v2_info, struct gpio_v2_line_info,
	GPIO_INFO(offset, u32), GPIO_INFO(name, chars, RESULT), GPIO_INFO(consumer, chars, RESULT),
	GPIO_INFO(flags, gpio_v2_flags, RESULT), GPIO_INFO(num_attrs, u32, RESULT),
	GPIO_INFO(attrs, gpio_attribute, FIXED(GPIO_V2_LINE_NUM_ATTRS_MAX), COUNT(num_attrs), WHEN(num_attrs, ~0ULL), RESULT));

/* ---- trusted environments ---- */

ENUM(tee_impl, 4, "TEE_IMPL_ID_???", X(TEE_IMPL_ID_OPTEE), X(TEE_IMPL_ID_AMDTEE));
FLAGSET(tee_caps, 4, "TEE_GEN_CAP_???",
	X(TEE_GEN_CAP_GP), X(TEE_GEN_CAP_PRIVILEGED), X(TEE_GEN_CAP_REG_MEM), X(TEE_GEN_CAP_MEMREF_NULL));
/* As those of the kernel itself. */
FLAGSET(tee_shm_flags, 4, "TEE_IOCTL_SHM_???",
	XV(0x1, "TEE_IOCTL_SHM_MAPPED"), XV(0x2, "TEE_IOCTL_SHM_DMA_BUF"), XV(0x4, "TEE_IOCTL_SHM_EXT_DMA_BUF"),
	XV(0x8, "TEE_IOCTL_SHM_REGISTER"), XV(0x10, "TEE_IOCTL_SHM_USER_MAPPED"), XV(0x20, "TEE_IOCTL_SHM_POOL"),
	XV(0x40, "TEE_IOCTL_SHM_KERNEL_MAPPED"));
STRUCT(tee_version, struct tee_ioctl_version_data,
	F(struct tee_ioctl_version_data, impl_id, tee_impl), F(struct tee_ioctl_version_data, gen_caps, tee_caps),
	F(struct tee_ioctl_version_data, impl_caps, x32));
#define TEE_ALLOC(member_, t_, ...) F(struct tee_ioctl_shm_alloc_data, member_, t_, ##__VA_ARGS__)
STRUCT(tee_shm_alloc, struct tee_ioctl_shm_alloc_data,
	TEE_ALLOC(size, x64), TEE_ALLOC(flags, tee_shm_flags), TEE_ALLOC(size, x64, RESULT),
	TEE_ALLOC(flags, tee_shm_flags, RESULT), TEE_ALLOC(id, i32, RESULT));
#define TEE_REGISTER(member_, t_, ...) F(struct tee_ioctl_shm_register_data, member_, t_, ##__VA_ARGS__)
STRUCT(tee_shm_register, struct tee_ioctl_shm_register_data,
	TEE_REGISTER(addr, addr), TEE_REGISTER(length, x64), TEE_REGISTER(flags, tee_shm_flags),
	TEE_REGISTER(length, x64, RESULT), TEE_REGISTER(flags, tee_shm_flags, RESULT), TEE_REGISTER(id, i32, RESULT));
STRUCT(tee_cancel, struct tee_ioctl_cancel_arg,
	F(struct tee_ioctl_cancel_arg, cancel_id, u32), F(struct tee_ioctl_cancel_arg, session, x32));
STRUCT(tee_close, struct tee_ioctl_close_session_arg, F(struct tee_ioctl_close_session_arg, session, x32));

/* As those of the GlobalPlatform TEE Client API. */
ENUM(tee_origin, 4, "TEEC_ORIGIN_???",
	XV(1, "TEEC_ORIGIN_API"), XV(2, "TEEC_ORIGIN_COMMS"), XV(3, "TEEC_ORIGIN_TEE"), XV(4, "TEEC_ORIGIN_TRUSTED_APP"));
ENUM(tee_login, 4, "TEE_IOCTL_LOGIN_???",
	X(TEE_IOCTL_LOGIN_PUBLIC), X(TEE_IOCTL_LOGIN_USER), X(TEE_IOCTL_LOGIN_GROUP), X(TEE_IOCTL_LOGIN_APPLICATION),
	X(TEE_IOCTL_LOGIN_USER_APPLICATION), X(TEE_IOCTL_LOGIN_GROUP_APPLICATION));
ENUM(tee_param_type, 8, "TEE_IOCTL_PARAM_ATTR_",
	X(TEE_IOCTL_PARAM_ATTR_TYPE_NONE), X(TEE_IOCTL_PARAM_ATTR_TYPE_VALUE_INPUT),
	X(TEE_IOCTL_PARAM_ATTR_TYPE_VALUE_OUTPUT), X(TEE_IOCTL_PARAM_ATTR_TYPE_VALUE_INOUT),
	X(TEE_IOCTL_PARAM_ATTR_TYPE_MEMREF_INPUT), X(TEE_IOCTL_PARAM_ATTR_TYPE_MEMREF_OUTPUT),
	X(TEE_IOCTL_PARAM_ATTR_TYPE_MEMREF_INOUT));
FLAGSET(tee_param_meta, 8, "", X(TEE_IOCTL_PARAM_ATTR_META));
JOINED(tee_param_attr, 8,
	PIECE(~(uint64_t)TEE_IOCTL_PARAM_ATTR_META, 0, tee_param_type, ALWAYS),
	PIECE(TEE_IOCTL_PARAM_ATTR_META, 0, tee_param_meta));
#define TEE_PARAM(member_, t_, ...) F(struct tee_ioctl_param, member_, t_, ##__VA_ARGS__)
#define TEE_MEMORY(member_, name_, t_) FN(struct tee_ioctl_param, member_, name_, t_)
STRUCT(tee_no_param, struct tee_ioctl_param, TEE_PARAM(attr, x64, HIDDEN));
STRUCT(tee_value, struct tee_ioctl_param, TEE_PARAM(a, x64), TEE_PARAM(b, x64), TEE_PARAM(c, x64));
STRUCT(tee_memref, struct tee_ioctl_param,
	TEE_MEMORY(a, shm_offs, x64), TEE_MEMORY(b, size, x64), TEE_MEMORY(c, shm_id, u64));
CHOICE(tee_param_rest, sizeof(struct tee_ioctl_param), attr, tee_value,
	V(TEE_IOCTL_PARAM_ATTR_TYPE_NONE, tee_no_param), V(TEE_IOCTL_PARAM_ATTR_TYPE_MEMREF_INPUT, tee_memref),
	V(TEE_IOCTL_PARAM_ATTR_TYPE_MEMREF_OUTPUT, tee_memref), V(TEE_IOCTL_PARAM_ATTR_TYPE_MEMREF_INOUT, tee_memref));
STRUCT(tee_param, struct tee_ioctl_param,
	TEE_PARAM(attr, tee_param_attr),
	{ .name = "", .type = &type_tee_param_rest, .size = sizeof(struct tee_ioctl_param), SPREAD });
/* The parameters behind a structure, before and after the call; NULL if there are none. */
#define TEE_PARAMS(ctype_) \
	FN(ctype_, num_params, params, addr, WHEN_IS(num_params, 0)), \
	TAIL(ctype_, params, tee_param, COUNT(num_params), WHEN(num_params, ~0ULL))
#define TEE_PARAMS_AFTER(ctype_) \
	FN(ctype_, num_params, params, addr, WHEN_IS(num_params, 0), RESULT), \
	{ .name = "params", .type = &type_tee_param, .offset = offsetof(ctype_, params), .flags = FIELD_TAIL | FIELD_RESULT, \
	  COUNT(num_params), WHEN(num_params, ~0ULL) }
#define TEE_OPEN(member_, t_, ...) F(struct tee_ioctl_open_session_arg, member_, t_, ##__VA_ARGS__)
STRUCT_AS((.fits = true, .least = sizeof(struct tee_ioctl_open_session_arg)), tee_open, struct tee_ioctl_open_session_arg,
	TEE_OPEN(uuid, uuid), TEE_OPEN(clnt_login, tee_login),
	/* Of a group its number, of a login that nobody knows the bytes. */
	{ .name = "clnt_uuid", .type = &type_u32, .offset = offsetof(struct tee_ioctl_open_session_arg, clnt_uuid), .size = 4,
	  WHEN_EQ(clnt_login, ~4U, 2) },
	TEE_OPEN(clnt_uuid, x8, FIXED(16), WHEN_EQ(clnt_login, ~4U, 3)),
	TEE_OPEN(clnt_uuid, x8, FIXED(16), WHEN_ABOVE(clnt_login, 7)),
	TEE_OPEN(cancel_id, u32), TEE_OPEN(num_params, u32), TEE_PARAMS(struct tee_ioctl_open_session_arg),
	TEE_OPEN(session, x32, RESULT), TEE_OPEN(ret, u32, RESULT), TEE_OPEN(ret_origin, tee_origin, RESULT),
	TEE_PARAMS_AFTER(struct tee_ioctl_open_session_arg));
#define TEE_INVOKE(member_, t_, ...) F(struct tee_ioctl_invoke_arg, member_, t_, ##__VA_ARGS__)
STRUCT_AS((.fits = true, .least = sizeof(struct tee_ioctl_invoke_arg)), tee_invoke, struct tee_ioctl_invoke_arg,
	TEE_INVOKE(func, u32), TEE_INVOKE(session, x32), TEE_INVOKE(cancel_id, u32), TEE_INVOKE(num_params, u32),
	TEE_PARAMS(struct tee_ioctl_invoke_arg), TEE_INVOKE(ret, u32, RESULT), TEE_INVOKE(ret_origin, tee_origin, RESULT),
	TEE_PARAMS_AFTER(struct tee_ioctl_invoke_arg));
STRUCT_AS((.fits = true, .least = sizeof(struct tee_iocl_supp_recv_arg)), tee_receive, struct tee_iocl_supp_recv_arg,
	F(struct tee_iocl_supp_recv_arg, func, u32), F(struct tee_iocl_supp_recv_arg, num_params, u32),
	TEE_PARAMS(struct tee_iocl_supp_recv_arg), F(struct tee_iocl_supp_recv_arg, num_params, u32, RESULT),
	TEE_PARAMS_AFTER(struct tee_iocl_supp_recv_arg));
STRUCT_AS((.fits = true, .least = sizeof(struct tee_iocl_supp_send_arg)), tee_send, struct tee_iocl_supp_send_arg,
	F(struct tee_iocl_supp_send_arg, num_params, u32), TEE_PARAMS(struct tee_iocl_supp_send_arg),
	F(struct tee_iocl_supp_send_arg, ret, u32, RESULT), TEE_PARAMS_AFTER(struct tee_iocl_supp_send_arg));
#define TEE_BUFFER(name_, t_) \
	STRUCT(name_, struct tee_ioctl_buf_data, F(struct tee_ioctl_buf_data, buf_len, u64), \
		F(struct tee_ioctl_buf_data, buf_ptr, t_, .dir = DIR_INOUT, LEN(buf_len), MOST(TEE_MAX_ARG_SIZE)))
TEE_BUFFER(tee_open_buffer, tee_open);
TEE_BUFFER(tee_invoke_buffer, tee_invoke);
TEE_BUFFER(tee_receive_buffer, tee_receive);
TEE_BUFFER(tee_send_buffer, tee_send);

/* ---- infrared ---- */

ENUM(lirc_mode, 4, "LIRC_MODE_???",
	X(LIRC_MODE_RAW), X(LIRC_MODE_PULSE), X(LIRC_MODE_MODE2), X(LIRC_MODE_SCANCODE), X(LIRC_MODE_LIRCCODE));
FLAGSET(lirc_features, 4, "LIRC_CAN_???",
	X(LIRC_CAN_SEND_PULSE), X(LIRC_CAN_SEND_LIRCCODE), X(LIRC_CAN_SET_SEND_CARRIER), X(LIRC_CAN_SET_SEND_DUTY_CYCLE),
	X(LIRC_CAN_SET_TRANSMITTER_MASK), X(LIRC_CAN_REC_MODE2), X(LIRC_CAN_REC_SCANCODE), X(LIRC_CAN_REC_LIRCCODE),
	X(LIRC_CAN_SET_REC_CARRIER), X(LIRC_CAN_MEASURE_CARRIER), X(LIRC_CAN_USE_WIDEBAND_RECEIVER),
	X(LIRC_CAN_SET_REC_TIMEOUT), X(LIRC_CAN_GET_REC_RESOLUTION), X(LIRC_CAN_SET_REC_CARRIER_RANGE));

/* ---- others ---- */

struct desc_label {
	char label[FSLABEL_MAX];
};
STRUCT(fs_label, struct desc_label, FN(struct desc_label, label, , chars));
STRUCT(perf_query_bpf, struct perf_event_query_bpf,
	F(struct perf_event_query_bpf, ids_len, u32), F(struct perf_event_query_bpf, prog_cnt, u32, ANSWER),
	TAIL(struct perf_event_query_bpf, ids, u32, COUNT(prog_cnt)));

const struct syscall_desc desc_device_ioctls[] = {
	/* ---- random numbers ---- */
	IOCTL(RNDADDENTROPY, IN(argp, rand_pool_info)),
	IOCTL0(RNDZAPENTCNT),
	IOCTL0(RNDCLEARPOOL),
	IOCTL0(RNDRESEEDCRNG),

	/* ---- clocks ---- */
	IOCTL0(RTC_AIE_ON),
	IOCTL0(RTC_AIE_OFF),
	IOCTL0(RTC_UIE_ON),
	IOCTL0(RTC_UIE_OFF),
	IOCTL0(RTC_PIE_ON),
	IOCTL0(RTC_PIE_OFF),
	IOCTL0(RTC_WIE_ON),
	IOCTL0(RTC_WIE_OFF),
	IOCTL0(RTC_VL_CLR),
	IOCTL(RTC_VL_READ, OUT(argp, rtc_voltage)),
	IOCTL(RTC_IRQP_SET, ARG(argp, u64)),
	IOCTL(RTC_EPOCH_SET, ARG(argp, u64)),
	IOCTL(RTC_PLL_GET, OUT(argp, rtc_pll)),
	IOCTL(RTC_PLL_SET, IN(argp, rtc_pll)),
	IOCTL(RTC_PARAM_GET, INOUT(argp, rtc_param_get)),
	IOCTL(RTC_PARAM_SET, IN(argp, rtc_param)),
	IOCTL(PTP_CLOCK_GETCAPS, OUT(argp, ptp_caps)),
	IOCTL(PTP_CLOCK_GETCAPS2, OUT(argp, ptp_caps)),
	IOCTL(PTP_EXTTS_REQUEST, IN(argp, ptp_extts)),
	IOCTL(PTP_EXTTS_REQUEST2, IN(argp, ptp_extts2)),
	IOCTL(PTP_SYS_OFFSET_PRECISE, OUT(argp, ptp_precise)),
	IOCTL(PTP_SYS_OFFSET_PRECISE2, OUT(argp, ptp_precise)),
	IOCTL(PTP_SYS_OFFSET, INOUT(argp, ptp_offset)),
	IOCTL(PTP_SYS_OFFSET2, INOUT(argp, ptp_offset)),
	IOCTL(PTP_SYS_OFFSET_EXTENDED, INOUT(argp, ptp_offset_extended)),
	IOCTL(PTP_SYS_OFFSET_EXTENDED2, INOUT(argp, ptp_offset_extended)),
	IOCTL(PTP_PEROUT_REQUEST, IN(argp, ptp_perout)),
	IOCTL(PTP_PEROUT_REQUEST2, IN(argp, ptp_perout2)),
	IOCTL(PTP_PIN_SETFUNC, IN(argp, ptp_pin_set)),
	IOCTL(PTP_PIN_SETFUNC2, IN(argp, ptp_pin_set2)),
	IOCTL(PTP_PIN_GETFUNC, INOUT(argp, ptp_pin_get)),
	IOCTL(PTP_PIN_GETFUNC2, INOUT(argp, ptp_pin_get2)),

	/* ---- watchdogs ---- */
	IOCTL(WDIOC_GETSTATUS, OUT(argp, i32)),
	IOCTL(WDIOC_GETBOOTSTATUS, OUT(argp, i32)),
	IOCTL(WDIOC_GETTEMP, OUT(argp, i32)),
	IOCTL0(WDIOC_KEEPALIVE),
	IOCTL(WDIOC_SETTIMEOUT, IN(argp, i32)),
	IOCTL(WDIOC_GETTIMEOUT, OUT(argp, i32)),
	IOCTL(WDIOC_SETPRETIMEOUT, IN(argp, i32)),
	IOCTL(WDIOC_GETPRETIMEOUT, OUT(argp, i32)),
	IOCTL(WDIOC_GETTIMELEFT, OUT(argp, i32)),

	/* ---- virtual machines ---- */
	IOCTL(KVM_CHECK_EXTENSION, ARG(argp, kvm_cap)),
	IOCTL(KVM_SET_CPUID2, IN(argp, kvm_cpuid)),
	IOCTL(KVM_GET_SUPPORTED_CPUID, OUT(argp, kvm_cpuid)),
	IOCTL(KVM_GET_EMULATED_CPUID, OUT(argp, kvm_cpuid)),

	/* ---- counters, GPIO ---- */
	IOCTL(COUNTER_ADD_WATCH_IOCTL, IN(argp, counter_watch)),
	IOCTL0(COUNTER_ENABLE_EVENTS_IOCTL),
	IOCTL0(COUNTER_DISABLE_EVENTS_IOCTL),
	IOCTL(GPIO_GET_CHIPINFO_IOCTL, OUT(argp, gpio_chip)),
	IOCTL(GPIO_GET_LINEINFO_IOCTL, INOUT(argp, gpio_line)),
	IOCTL(GPIO_GET_LINEINFO_WATCH_IOCTL, INOUT(argp, gpio_line)),
	IOCTL(GPIO_GET_LINEINFO_UNWATCH_IOCTL, IN(argp, gpio_offset)),
	IOCTL(GPIO_GET_LINEEVENT_IOCTL, INOUT(argp, gpio_event)),
	IOCTL(GPIO_GET_LINEHANDLE_IOCTL, INOUT(argp, gpio_handle)),
	IOCTL(GPIOHANDLE_SET_CONFIG_IOCTL, IN(argp, gpio_config)),
	IOCTL(GPIOHANDLE_GET_LINE_VALUES_IOCTL, OUT(argp, gpio_handle_data)),
	IOCTL(GPIOHANDLE_SET_LINE_VALUES_IOCTL, IN(argp, gpio_handle_data)),
	IOCTL(GPIO_V2_GET_LINE_IOCTL, INOUT(argp, gpio_v2_request)),
	IOCTL(GPIO_V2_GET_LINEINFO_IOCTL, INOUT(argp, gpio_v2_info)),
	IOCTL(GPIO_V2_GET_LINEINFO_WATCH_IOCTL, INOUT(argp, gpio_v2_info)),
	IOCTL(GPIO_V2_LINE_SET_CONFIG_IOCTL, IN(argp, gpio_v2_config)),
	IOCTL(GPIO_V2_LINE_GET_VALUES_IOCTL, INOUT(argp, gpio_values_get)),
	IOCTL(GPIO_V2_LINE_SET_VALUES_IOCTL, IN(argp, gpio_values_set)),

	/* ---- trusted environments ---- */
	IOCTL(TEE_IOC_VERSION, OUT(argp, tee_version)),
	IOCTL(TEE_IOC_SHM_ALLOC, INOUT(argp, tee_shm_alloc)),
	IOCTL(TEE_IOC_SHM_REGISTER, INOUT(argp, tee_shm_register)),
	IOCTL(TEE_IOC_OPEN_SESSION, INOUT(argp, tee_open_buffer)),
	IOCTL(TEE_IOC_INVOKE, INOUT(argp, tee_invoke_buffer)),
	IOCTL(TEE_IOC_SUPPL_RECV, INOUT(argp, tee_receive_buffer)),
	IOCTL(TEE_IOC_SUPPL_SEND, INOUT(argp, tee_send_buffer)),
	IOCTL(TEE_IOC_CANCEL, IN(argp, tee_cancel)),
	IOCTL(TEE_IOC_CLOSE_SESSION, IN(argp, tee_close)),

	/* ---- infrared ---- */
	IOCTL(LIRC_GET_FEATURES, OUT(argp, lirc_features)),
	IOCTL(LIRC_GET_SEND_MODE, OUT(argp, lirc_mode)),
	IOCTL(LIRC_GET_REC_MODE, OUT(argp, lirc_mode)),
	IOCTL(LIRC_GET_REC_RESOLUTION, OUT(argp, u32)),
	IOCTL(LIRC_GET_MIN_TIMEOUT, OUT(argp, u32)),
	IOCTL(LIRC_GET_MAX_TIMEOUT, OUT(argp, u32)),
	IOCTL(LIRC_GET_LENGTH, OUT(argp, u32)),
	IOCTL(LIRC_GET_REC_TIMEOUT, OUT(argp, u32)),
	IOCTL(LIRC_SET_SEND_MODE, IN(argp, lirc_mode)),
	IOCTL(LIRC_SET_REC_MODE, IN(argp, lirc_mode)),
	IOCTL(LIRC_SET_SEND_CARRIER, IN(argp, u32)),
	IOCTL(LIRC_SET_REC_CARRIER, IN(argp, u32)),
	IOCTL(LIRC_SET_SEND_DUTY_CYCLE, IN(argp, u32)),
	IOCTL(LIRC_SET_TRANSMITTER_MASK, IN(argp, x32)),
	IOCTL(LIRC_SET_REC_TIMEOUT, IN(argp, u32)),
	IOCTL(LIRC_SET_REC_TIMEOUT_REPORTS, IN(argp, u32)),
	IOCTL(LIRC_SET_MEASURE_CARRIER_MODE, IN(argp, u32)),
	IOCTL(LIRC_SET_REC_CARRIER_RANGE, IN(argp, u32)),
	IOCTL(LIRC_SET_WIDEBAND_RECEIVER, IN(argp, u32)),

	/* ---- others ---- */
	IOCTL(INOTIFY_IOC_SETNEXTWD, ARG(argp, i32)),
	IOCTL(PERF_EVENT_IOC_PERIOD, IN(argp, u64)),
	IOCTL(PERF_EVENT_IOC_MODIFY_ATTRIBUTES, IN(argp, perf_event_attr)),
	IOCTL(PERF_EVENT_IOC_QUERY_BPF, INOUT(argp, perf_query_bpf)),
	IOCTL(FS_IOC32_GETFLAGS, OUT(argp, fs_flags)),
	IOCTL(FS_IOC32_SETFLAGS, IN(argp, fs_flags)),
	IOCTL(FS_IOC_GETFSLABEL, OUT(argp, fs_label)),
	IOCTL(FS_IOC_SETFSLABEL, IN(argp, fs_label)),
	{ 0 }
};
/* clang-format on */
