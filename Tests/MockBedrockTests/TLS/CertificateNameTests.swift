import MockBedrock
import Testing

@Suite struct CertificateNameTests {
    @Test(arguments: [
        ("localhost", "localhost", false), ("Gateway.Example.COM", "gateway.example.com", false),
        ("*.internal.example", "*.internal.example", false), ("a_b.example", "a_b.example", false),
        ("192.0.2.1", "192.0.2.1", true), ("[2001:db8::1]", "2001:db8::1", true), ("::1", "::1", true),
    ])
    func `names and addresses are told apart`(given: String, text: String, isAddress: Bool) throws {
        let name = try CertificateName(given)
        #expect(name.text == text)
        #expect(name.isAddress == isAddress)
    }

    @Test(arguments: [
        "", " ", "a b", "a..b", ".a", "a.", "-a.example", "a-.example", "*", "*.com", "a.*.example", "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1", "::g", "a/b", "a,DNS:b", "ä.example", String(repeating: "a", count: 64) + ".example",
        String(repeating: "a.", count: 130) + "example",
    ])
    func `what is neither is refused`(text: String) {
        #expect(throws: TLSSetupError.self) { try CertificateName(text) }
    }
}
