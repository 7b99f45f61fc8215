/// Where operating systems keep the certificates of the authorities that they trust.
///
/// A libcurl knows one place, that of the system it was built for. A program that brings its libcurl along runs on others
/// too.
package enum SystemAuthorities {
    package static let files = [
        // Debian, Ubuntu, Arch, Gentoo; Alpine too.
        "/etc/ssl/certs/ca-certificates.crt",
        // Fedora, Red Hat, Amazon Linux.
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        // SUSE.
        "/etc/ssl/ca-bundle.pem",
        "/var/lib/ca-certificates/ca-bundle.pem",
        // Alpine without the package, FreeBSD, macOS.
        "/etc/ssl/cert.pem",
    ]

    /// The file to give to libcurl, where the one it was built with is not there and another system's is.
    ///
    /// Its directory does not count: Fedora has Debian's, too, but without the hashed names by which certificates are
    /// found in one.
    ///
    /// - Parameters:
    ///   - builtIn: The file that libcurl was built with, if it says.
    ///   - isReadable: Whether the file at a path can be read.
    static func file(builtIn: String?, isReadable: (String) -> Bool) -> String? {
        if let builtIn, isReadable(builtIn) { return nil }
        return files.first(where: isReadable)
    }
}
