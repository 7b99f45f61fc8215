/// The alerts by which a side of TLS says why it breaks off (RFC 8446, section 6; RFC 7301, section 3.2).
enum TLSAlert {
    static let handshakeFailure = 40
    static let badCertificate = 42
    static let unsupportedCertificate = 43
    static let certificateExpired = 45
    static let certificateUnknown = 46
    static let unknownCA = 48
    static let protocolVersion = 70

    /// The name of an alert, or its number.
    static func name(_ number: Int) -> String {
        names[number] ?? "number \(number)"
    }

    private static let names = [
        0: "close_notify", 10: "unexpected_message", 20: "bad_record_mac", 22: "record_overflow",
        handshakeFailure: "handshake_failure", badCertificate: "bad_certificate",
        unsupportedCertificate: "unsupported_certificate",
        44: "certificate_revoked", certificateExpired: "certificate_expired", certificateUnknown: "certificate_unknown",
        47: "illegal_parameter", unknownCA: "unknown_ca", 49: "access_denied", 50: "decode_error", 51: "decrypt_error",
        protocolVersion: "protocol_version", 71: "insufficient_security", 80: "internal_error",
        86: "inappropriate_fallback", 90: "user_canceled", 109: "missing_extension", 110: "unsupported_extension",
        112: "unrecognized_name", 113: "bad_certificate_status_response", 115: "unknown_psk_identity",
        116: "certificate_required", 120: "no_application_protocol",
    ]
}
