import CLibSSL

/// What OpenSSL says of its last failure.
struct OpenSSLFault: Error, Hashable {
    /// What it is about, where that is one of the failures of a handshake that have words of their own.
    enum Kind: Hashable {
        /// The other side broke off, with this alert (RFC 8446, section 6.2).
        case alert(Int)
        /// It offers no version that is taken here.
        case version
        /// Its ciphers, curves and signatures are others than those here.
        case nothingInCommon
        /// Its protocols (ALPN) are others than those here.
        case protocols
        /// What came is not TLS.
        case notTLS
        /// A certificate has a key that is too short for the level of security that the system asks for.
        case smallKey
        /// It is signed over a digest that is too weak for that.
        case weakDigest
        case other
    }

    let kind: Kind
    /// The reason in OpenSSL's words.
    let text: String

    /// Takes what stands in this thread's queue of errors, which is empty behind it.
    static func take() -> OpenSSLFault {
        // The first error is the one that made the others.
        let code = ERR_get_error()
        ERR_clear_error()
        let words = unsafe ERR_reason_error_string(code).map { unsafe String(cString: $0) }
        let isTLS = code != 0 && clibssl_error_library(code) == ERR_LIB_SSL
        return OpenSSLFault(
            kind: isTLS ? kind(clibssl_error_reason(code)) : .other, text: words ?? "no reason is given")
    }

    private static func kind(_ reason: Int32) -> Kind {
        switch reason {
        // The reason of an alert that was received is its number and this (SSL_alert_type_string(3) has the numbers).
        case SSL_AD_REASON_OFFSET...(SSL_AD_REASON_OFFSET + 255): .alert(Int(reason - SSL_AD_REASON_OFFSET))
        case SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_VERSION_TOO_LOW, SSL_R_NO_PROTOCOLS_AVAILABLE: .version
        case SSL_R_NO_SHARED_CIPHER, SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM, SSL_R_NO_SUITABLE_KEY_SHARE,
            SSL_R_NO_SHARED_SIGNATURE_ALGORITHMS:
            .nothingInCommon
        case SSL_R_NO_APPLICATION_PROTOCOL: .protocols
        case SSL_R_WRONG_VERSION_NUMBER, SSL_R_UNKNOWN_PROTOCOL, SSL_R_BAD_PACKET_LENGTH: .notTLS
        case SSL_R_EE_KEY_TOO_SMALL, SSL_R_CA_KEY_TOO_SMALL: .smallKey
        case SSL_R_CA_MD_TOO_WEAK: .weakDigest
        default: .other
        }
    }
}
