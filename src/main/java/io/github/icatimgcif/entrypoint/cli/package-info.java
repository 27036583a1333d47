/** The command line: conversion of one dataset without server, database or catalogue. */
@NullMarked
package io.github.icatimgcif.entrypoint.cli;

import org.jspecify.annotations.NullMarked;
