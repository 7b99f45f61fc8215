import Report

/// Where each client takes the authorities from that it trusts.
///
/// Sources: <https://nodejs.org/api/cli.html#node_extra_ca_certsfile>,
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html> (`AWS_CA_BUNDLE`),
/// <https://docs.openssl.org/master/man3/SSL_CTX_load_verify_locations/> (`SSL_CERT_FILE`),
/// <https://pkg.go.dev/crypto/x509#SystemCertPool>,
/// <https://docs.oracle.com/en/java/javase/21/security/java-secure-socket-extension-jsse-reference-guide.html>,
/// <https://www.php.net/manual/en/curl.configuration.php>.
enum TrustRemedies {
    /// What tells a client about the authority of a proxy that opens TLS.
    ///
    /// In words only: the path of the authority's file is not known, and a variable that names a file that does not exist
    /// breaks every call.
    static func remedy(_ runtime: LanguageRuntime?) -> Remedy {
        let file = "a PEM file with that authority"
        switch runtime {
        case .node:
            return Remedy(
                """
                Name \(file) in NODE_EXTRA_CA_CERTS before the program starts (for an editor, in the environment it is started from): \
                a proxy that opens TLS signs with an authority that Node does not know. No setting of the AWS SDK is read for it.
                """)
        case .python:
            return Remedy(
                """
                Name a file with the proxy's authority in AWS_CA_BUNDLE, which boto3 and the AWS CLI read (or ca_bundle in ~/.aws/config, or REQUESTS_CA_BUNDLE); clients over httpx, such as \
                Anthropic's and OpenAI's SDKs, read SSL_CERT_FILE. It must hold the public authorities too: a proxy that opens TLS signs with one that Python does not know.
                """)
        case .jvm:
            return Remedy(
                """
                The JVM trusts only its own trust store (lib/security/cacerts), not the system's. Import the proxy's \
                authority into it (keytool -importcert -cacerts -alias NAME -file FILE), or name another store by \
                -Djavax.net.ssl.trustStore=FILE.
                """)
        case .go:
            return Remedy(
                """
                Go trusts the system's authorities. Add the proxy's to them (update-ca-certificates, update-ca-trust, the \
                keychain), or on Linux name \(file) in SSL_CERT_FILE; the AWS SDK for Go reads AWS_CA_BUNDLE as well. A \
                container needs it in its own image.
                """)
        case .rust:
            return Remedy(
                """
                The AWS SDK for Rust trusts the system's authorities, and those in SSL_CERT_FILE. Add the proxy's to \
                them; a client that brings its own roots needs a setting of its own.
                """)
        case .dotNet:
            return Remedy(
                """
                .NET trusts the system's store: add the proxy's authority to Windows' Trusted Root Certification \
                Authorities, or on Linux to /usr/local/share/ca-certificates (then update-ca-certificates). In a \
                container, in its own image.
                """)
        case .php:
            return Remedy(
                "PHP takes its authorities from curl.cainfo and openssl.cafile in php.ini: name \(file), and restart it."
            )
        case .ruby:
            return Remedy(
                "Ruby reads SSL_CERT_FILE; the AWS SDK takes ssl_ca_bundle, too. Name \(file).")
        case .curl:
            return Remedy(
                "curl takes its authorities from --cacert or CURL_CA_BUNDLE: name \(file).")
        case nil:
            return Remedy(
                """
                A proxy that opens TLS signs with an authority that the client does not know. Each reads \(file) in its own \
                way: Node by NODE_EXTRA_CA_CERTS, boto3 and the AWS CLI by AWS_CA_BUNDLE, Go, Rust, Ruby and httpx by \
                SSL_CERT_FILE, Java from the JVM's trust store.
                """)
        }
    }
}
