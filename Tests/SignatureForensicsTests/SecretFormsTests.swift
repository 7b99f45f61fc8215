import Testing

@testable import SignatureForensics

@Suite struct SecretFormsTests {
    private static func words(_ form: String, of secret: String) -> String? {
        SecretForms.all(Array(secret.utf8)).first { $0.bytes == Array(form.utf8) }?.words
    }

    @Test func `a secret that Git for Windows took for a path is recognised`() {
        let words = Self.words("C:/Program Files/Git/wJalrXUtnFEMI", of: "/wJalrXUtnFEMI")
        #expect(words?.contains("Git for Windows") == true)
        #expect(Self.words("C:/Program Files/Gita/b", of: "a/b") == nil)
    }

    @Test func `each form is another text`() {
        let forms = SecretForms.all(Array("/wJalrXUtn+FEMI/K7MDENG".utf8)).map(\.bytes)
        #expect(Set(forms).count == forms.count)
    }
}
