import MockBedrock
import SigV4
import Testing

@Suite struct ServerIdentityTests {
    @Test func `an authority is written without its key, and no two are the same`() throws {
        let authorities = try [CertificateAuthority(now: TestRequest.now), CertificateAuthority(now: TestRequest.now)]
        let texts = authorities.map { String(decoding: $0.pem, as: UTF8.self) }
        #expect(texts[0] != texts[1])
        for text in texts {
            #expect(text.hasPrefix("-----BEGIN CERTIFICATE-----\n"))
            #expect(!text.contains("PRIVATE"))
        }
    }

    @Test func `a certificate without its key, or with another, is refused`() throws {
        let certificate = try CertificateAuthority(now: TestRequest.now).pem
        for (text, key, code) in [
            (certificate, certificate, TLSSetupError.Code.key), ([], certificate, .certificate),
            (Array("no PEM".utf8), certificate, .certificate), (certificate, [], .key),
            (Array("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8), certificate, .certificate),
        ] {
            let error = #expect(throws: TLSSetupError.self) { try ServerIdentity(certificate: text, key: key) }
            #expect(error?.code == code)
        }
    }

    @Test(arguments: [
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIGbMFcGCSqGSIb3\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n",
    ])
    func `a key that wants a password is named with the way to be rid of it`(key: String) throws {
        let certificate = try CertificateAuthority(now: TestRequest.now).pem
        let error = #expect(throws: TLSSetupError.self) {
            try ServerIdentity(certificate: certificate, key: Array(key.utf8))
        }
        #expect(error?.code == .key)
        #expect(error?.message.contains("is encrypted") == true)
        #expect(error?.message.contains("openssl pkey") == true)
    }
}
