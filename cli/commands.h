/* The commands: each runs with its options and returns the code to end with.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

int command_index(const command_options *options);
int command_learn(const command_options *options);
int command_search(const command_options *options);
int command_explain(const command_options *options);
int command_show(const command_options *options);
int command_outline(const command_options *options);
int command_list(const command_options *options);
int command_measures(const command_options *options);
int command_match(const command_options *options);
int command_compare(const command_options *options);
int command_lint(const command_options *options);
int command_refs(const command_options *options);
int command_cite_check(const command_options *options);

#endif
