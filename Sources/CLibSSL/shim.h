// TLS comes from the system's libssl, and the certificates for it from its libcrypto. Swift sees their functions, but
// neither the macros around SSL_CTX_ctrl and EVP_PKEY_CTX_ctrl nor constants that are expressions: each one that is used
// stands here under a name of ours, with the type that the manual gives it.
#ifndef CLIBSSL_SHIM_H
#define CLIBSSL_SHIM_H

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// Neither renegotiation, which nothing here needs, nor compression, which has leaked secrets (CRIME), nor tickets.
static inline void clibssl_set_server_options(SSL_CTX *context) {
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
}

/// TLS 1.2 and what is newer (RFC 8996 withdraws the older versions).
static inline int clibssl_set_oldest_version(SSL_CTX *context) {
  return (int)SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
}

/// Adds a certificate to the chain that is sent behind the server's own; the context takes a reference of its own.
static inline int clibssl_add_chain_certificate(SSL_CTX *context, X509 *certificate) {
  return (int)SSL_CTX_add1_chain_cert(context, certificate);
}

/// Chooses the curve of a key that is to be made: a macro in OpenSSL 1.1.
static inline int clibssl_use_p256(EVP_PKEY_CTX *context) {
  return EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1);
}

/// The library that an error is of: a macro in OpenSSL 1.1.
static inline int clibssl_error_library(unsigned long code) { return ERR_GET_LIB(code); }

/// The reason of an error: a macro in OpenSSL 1.1.
static inline int clibssl_error_reason(unsigned long code) { return ERR_GET_REASON(code); }

#endif
