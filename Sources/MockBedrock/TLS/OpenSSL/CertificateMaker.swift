import CLibSSL

/// Makes and signs a certificate: that of an authority, or one for names that an authority answers for.
@safe
struct CertificateMaker {
    /// The validity, in seconds since 1970.
    var validity: ClosedRange<Int64>
    /// The subject's common name, which is for people: clients read the alternative names.
    var subject: String

    /// An authority that answers for itself and for servers, and for no other authority (RFC 5280, section 4.2.1.9).
    func authority(of key: PrivateKey) throws(OpenSSLFault) -> Certificate {
        let certificate = try unsigned(of: key)
        let extensions = [
            (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"), (NID_key_usage, "critical,keyCertSign,cRLSign"),
            (NID_subject_key_identifier, "hash"),
        ]
        try sign(certificate, with: key, issuer: certificate, extensions)
        return certificate
    }

    /// A server's certificate for names.
    func server(
        of key: PrivateKey, for names: [CertificateName], by issuer: Certificate, with issuerKey: PrivateKey
    ) throws(OpenSSLFault) -> Certificate {
        let certificate = try unsigned(of: key)
        try add(names, to: certificate)
        let extensions = [
            (NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"),
            (NID_ext_key_usage, "serverAuth"), (NID_subject_key_identifier, "hash"),
            // Python 3.13 and later insist on it.
            (NID_authority_key_identifier, "keyid:always"),
        ]
        try sign(certificate, with: issuerKey, issuer: issuer, extensions)
        return certificate
    }

    private func unsigned(of key: PrivateKey) throws(OpenSSLFault) -> Certificate {
        ERR_clear_error()
        guard let pointer = unsafe X509_new() else { throw OpenSSLFault.take() }
        let certificate = unsafe Certificate(pointer)
        var serial: UInt64 = 0
        // A common name has at most 64 characters (RFC 5280, appendix A.1: ub-common-name).
        let name = Array(subject.utf8.prefix(64))
        // The third version has number 2. A serial number is positive, and no other certificate of the issuer has it.
        guard unsafe X509_set_version(pointer, 2) == 1,
            unsafe withUnsafeMutableBytes(
                of: &serial, { unsafe RAND_bytes($0.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32($0.count)) }
            ) == 1,
            unsafe ASN1_INTEGER_set_uint64(X509_get_serialNumber(pointer), serial >> 1 | 1) == 1,
            unsafe ASN1_TIME_set(X509_getm_notBefore(pointer), time_t(validity.lowerBound)) != nil,
            unsafe ASN1_TIME_set(X509_getm_notAfter(pointer), time_t(validity.upperBound)) != nil,
            unsafe X509_NAME_add_entry_by_NID(
                X509_get_subject_name(pointer), NID_commonName, MBSTRING_UTF8, name, Int32(name.count), -1, 0
            ) == 1,
            unsafe X509_set_pubkey(pointer, key.pointer) == 1
        else { throw OpenSSLFault.take() }
        return certificate
    }

    private func sign(
        _ certificate: Certificate, with key: PrivateKey, issuer: Certificate, _ extensions: [(Int32, String)]
    ) throws(OpenSSLFault) {
        ERR_clear_error()
        guard unsafe X509_set_issuer_name(certificate.pointer, X509_get_subject_name(issuer.pointer)) == 1 else {
            throw OpenSSLFault.take()
        }
        var context = unsafe X509V3_CTX()
        unsafe X509V3_set_ctx(&context, issuer.pointer, certificate.pointer, nil, nil, 0)
        for (kind, value) in extensions {
            guard let made = unsafe X509V3_EXT_conf_nid(nil, &context, kind, value) else { throw OpenSSLFault.take() }
            defer { unsafe X509_EXTENSION_free(made) }
            guard unsafe X509_add_ext(certificate.pointer, made, -1) == 1 else { throw OpenSSLFault.take() }
        }
        guard unsafe X509_sign(certificate.pointer, key.pointer, EVP_sha256()) > 0 else { throw OpenSSLFault.take() }
    }

    /// Adds the names as subject alternative names (RFC 5280, section 4.2.1.6).
    private func add(_ names: [CertificateName], to certificate: Certificate) throws(OpenSSLFault) {
        ERR_clear_error()
        let list = unsafe OPENSSL_sk_new_null()
        defer {
            unsafe OPENSSL_sk_pop_free(list) {
                unsafe GENERAL_NAME_free($0?.assumingMemoryBound(to: GENERAL_NAME.self))
            }
        }
        for name in names {
            let entry = unsafe GENERAL_NAME_new()
            unsafe OPENSSL_sk_push(list, entry)
            if name.isAddress {
                guard let address = unsafe a2i_IPADDRESS(name.text) else { throw OpenSSLFault.take() }
                unsafe GENERAL_NAME_set0_value(entry, GEN_IPADD, address)
            } else {
                let text = unsafe ASN1_IA5STRING_new()
                unsafe GENERAL_NAME_set0_value(entry, GEN_DNS, text)
                guard unsafe ASN1_STRING_set(text, name.text, Int32(name.text.utf8.count)) == 1 else {
                    throw OpenSSLFault.take()
                }
            }
        }
        guard
            unsafe X509_add1_ext_i2d(certificate.pointer, NID_subject_alt_name, UnsafeMutableRawPointer(list), 0, 0)
                == 1
        else {
            throw OpenSSLFault.take()
        }
    }
}
