// Only for builds that ask for libdeflate: see Package.swift.
#ifndef REQUITE_CLIBDEFLATE_SHIM_H
#define REQUITE_CLIBDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
