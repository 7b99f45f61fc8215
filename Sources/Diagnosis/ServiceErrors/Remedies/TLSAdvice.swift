import Codes
import Evidence
import Report

/// Handshakes that failed for another reason than an authority that is not trusted: its certificates help nobody then.
///
/// Sources: RFC 5746 (secure renegotiation), <https://docs.openssl.org/master/man7/ssl-guide-tls-introduction/>,
/// <https://aws.amazon.com/blogs/security/tls-1-2-required-for-aws-endpoints/>,
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html>.
extension Advice {
    static let tls: [Advice] = [
        Advice("legacy renegotiation", for: .networkTLSFailed) { call in
            Remedy(
                """
                OpenSSL 3 refuses what is on the other end: an inspecting proxy or firewall whose TLS lacks secure renegotiation (RFC 5746); AWS's own \
                endpoints have it. Its owner has to update it, or to leave the endpoint out of the inspection. Certificates are not the matter. To see \
                that it is so, call once from another network.
                """)
            call.certificate.map { Remedy("See who signed the certificate that arrives.", command: $0) }
        },
        Advice("wrong version number", for: .networkTLSFailed) { call in call.plainText },
        Advice("packet length too long", for: .networkTLSFailed) { call in call.plainText },
        Advice("record too long|overflow", for: .networkTLSFailed) { call in call.plainText },
        Advice("does not look like tls handshake", for: .networkTLSFailed) { call in call.plainText },
        Advice("unrecognized ssl message plaintext", for: .networkTLSFailed) { call in call.plainText },
        Advice("server gave http response https client", for: .networkTLSFailed, .networkConnectionClosed) { call in
            call.plainText
        },
        Advice("invalidcontenttype", for: .networkTLSFailed) { call in call.plainText },
        Advice("hostname match|mismatch", for: .networkTLSFailed, .networkCertificateUntrusted) { call in call.otherName
        },
        Advice("hostname", "doesnt match either", for: .networkTLSFailed, .networkCertificateUntrusted) { call in
            call.otherName
        },
        Advice("altname|altnames", for: .networkTLSFailed, .networkCertificateUntrusted) { call in call.otherName },
        Advice("certificate is valid for not", for: .networkTLSFailed, .networkCertificateUntrusted) { call in
            call.otherName
        },
        Advice("notvalidforname", for: .networkTLSFailed, .networkCertificateUntrusted) { call in call.otherName },
        Advice("subject alternative names", for: .networkTLSFailed, .networkCertificateUntrusted) { call in
            call.otherName
        },
        Advice("protocol version|unsupported", for: .networkTLSFailed) { call in call.oldHandshake },
        Advice("handshake failure", for: .networkTLSFailed) { call in call.oldHandshake },
        Advice("no protocols common", for: .networkTLSFailed) { call in call.oldHandshake },
    ]
}

extension FailedCall {
    /// Something spoke no TLS where TLS was expected.
    fileprivate var plainText: [Remedy] {
        [
            Remedy(
                """
                What answered spoke no TLS: most often a proxy that is written with https:// and takes plain HTTP (HTTPS_PROXY=http://HOST:PORT is right; the \
                name of the variable says what goes through it, not how it is reached), or an endpoint with https:// whose port serves HTTP, as a \
                local gateway's does. Certificates are not the matter.
                """,
                env)
        ]
    }

    /// A certificate for another name than the one that was called.
    fileprivate var otherName: [Remedy] {
        let named = shown
        if let host, host.contains(".s3"), let bucket = host.firstRange(of: ".s3").map({ host[..<$0.lowerBound] }),
            bucket.contains(".")
        {
            return [
                Remedy(
                    """
                    The bucket's name has dots, and S3's certificate covers one label before s3: call it with the bucket in the path (boto3: \
                    Config(s3={"addressing_style": "path"}); JavaScript, Go, Java: forcePathStyle; the AWS CLI: s3.addressing_style), or use a bucket \
                    without dots. Do not switch verification off.
                    """)
            ]
        }
        // Only the name is wrong where nothing says that the authority is unknown.
        guard !named.lowercased().contains("self signed"), !named.lowercased().contains("self-signed") else {
            return []
        }
        return [
            Remedy(
                """
                The certificate that came is for other names than the host that was called: another server answered, or the right one under a name that \
                it does not have. See the names in the message: those of a company or a filter are a proxy's or a captive page's; those of AWS mean that \
                the host is written otherwise than its service has it (an alias or a CNAME, an address, a VPC endpoint's name without its zone, a \
                tunnel to localhost). Call the name that the certificate has; trusting another authority does not help.
                """),
            Remedy("See which endpoint and which proxy are set.", env),
        ]
    }

    /// Two ends that have no version or cipher of TLS in common.
    fileprivate var oldHandshake: [Remedy] {
        [
            Remedy(
                """
                The two ends have no version or cipher of TLS in common: AWS takes TLS 1.2 and later. A runtime from before (Java 7 and 8 of the first \
                updates, Python with OpenSSL 1.0, .NET Framework below 4.7, Windows without TLS 1.2) must be updated or told to use it \
                (-Dhttps.protocols=TLSv1.2, SecurityProtocol); where the runtime is new, an inspecting proxy on the way is the old one.
                """),
            certificate.map {
                Remedy(
                    "See what answers, and in which version.",
                    command: $0.replacing("-noout -issuer -dates", with: "-noout -issuer"))
            },
        ].compactMap(\.self)
    }
}
