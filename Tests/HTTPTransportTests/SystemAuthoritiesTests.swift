import Testing

@testable import HTTPTransport

/// Which file of authorities libcurl is given, on systems unlike the one it was built for.
@Suite struct SystemAuthoritiesTests {
    private let debian = "/etc/ssl/certs/ca-certificates.crt"

    private func file(_ present: String...) -> String? {
        SystemAuthorities.file(builtIn: debian) { present.contains($0) }
    }

    @Test func `where libcurl finds its own, it is left alone`() {
        #expect(file("/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/cert.pem") == nil)
    }

    @Test(arguments: [
        "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
    ])
    func `where it does not, the system's file is given`(_ path: String) {
        #expect(file(path) == path)
    }

    @Test func `a libcurl that says nothing of itself is given the system's file`() {
        #expect(SystemAuthorities.file(builtIn: nil) { $0 == "/etc/ssl/cert.pem" } == "/etc/ssl/cert.pem")
    }

    @Test func `without any there is none to give`() { #expect(file() == nil) }
}
