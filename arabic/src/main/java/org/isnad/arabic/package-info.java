/**
 * The Arabic knowledge files and the class that loads them. The files are data: lists, rules,
 * registers and their example corpora, one folder a kind.
 */
@NullMarked
package org.isnad.arabic;

import org.jspecify.annotations.NullMarked;
