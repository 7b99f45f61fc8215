// The system's zlib. Swift sees its functions but not the macros around them, so `inflateInit2_` and `deflateInit2_` are
// called with the version and the size of the stream that the macros would have passed.
#include <zlib.h>
