// SPDX-License-Identifier: LGPL-2.1-or-later
/* See quantity.h. */
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "quantity.h"

int quantity_time(const char *text, int64_t max_ns, int64_t *ret_ns)
{
	static const struct {
		const char *name;
		double ns;
	} units[] = {{"", 1e3}, {"s", 1e9}, {"ms", 1e6}, {"us", 1e3}, {"ns", 1}};
	double value, ns = 0;
	char *end;

	value = strtod(text, &end);
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (!strcmp(end, units[i].name))
			ns = units[i].ns;
	if (end == text || !ns || isnan(value) || value < 0 || value * ns > max_ns)
		return -EINVAL;
	*ret_ns = (int64_t)(value * ns);
	return 0;
}

int quantity_size(const char *text, size_t min, size_t *ret_bytes)
{
	static const char units[] = "KMG";
	char *end = NULL;
	unsigned long number = isdigit((unsigned char)*text) ? strtoul(text, &end, 10) : 0;
	const char *unit = number && *end ? strchr(units, *end) : NULL;
	unsigned shift = unit ? 10 * (unit - units + 1) : 0;

	if (!number || (*end && (!unit || end[1])) || number > SIZE_MAX >> shift ||
		number << shift < min)
		return -EINVAL;
	*ret_bytes = number << shift;
	return 0;
}
