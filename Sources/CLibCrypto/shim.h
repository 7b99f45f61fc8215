// SHA-256 and HMAC come from the system's libcrypto. The low-level SHA256_* functions are marked deprecated since
// OpenSSL 3.0, yet they are the only ones without an allocation and a provider look-up for each digest, which is
// most of the cost of signing a small request. Declaring the API level 1.1.1 keeps them visible without warnings.
#define OPENSSL_API_COMPAT 0x10101000L
#define OPENSSL_SUPPRESS_DEPRECATED 1
#include <openssl/crypto.h>
#include <openssl/md5.h>
#include <openssl/sha.h>
