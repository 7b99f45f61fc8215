import Codes
import Diagnosis
import Report
import Testing

@Suite("Placeholders")
struct PlaceholderTests {
    @Test(
        "a value that nobody filled in is seen by its structure",
        arguments: [
            "YOUR_ACCESS_KEY", "your-secret-access-key", "yourSecretAccessKeyHere", "xxx", "XXXXXXXXXXXXXXXXXXXX",
            "<access-key-id>", "<...>", "changeme", "changeme123", "change_me", "${AWS_ACCESS_KEY_ID}", "$ACCESS_KEY",
            "{{ aws_key }}", "%AWS_KEY%", "[KEY]", "AKIAXXXXXXXXXXXXXXXX", "AKIA...", "****************ZXCV", "todo",
            "placeholder", "REPLACE_WITH_YOUR_KEY", "insert key here", "0123456789", "abcdefghij", "test", "dummy",
            "null",
            "undefined", "none", "(secret)", "my-secret-key", "\"your_key\"",
        ])
    func placeholders(value: String) {
        let variables = EnvironmentCase.with(["AWS_SECRET_ACCESS_KEY": value])
        let codes = EnvironmentCase.facts(variables).diagnosis.findings.filter { $0.status == .fail }.map(\.code)
        #expect(codes.contains(.credentialsPlaceholder))
    }

    @Test(
        "AWS's documented keys are seen by their ending",
        arguments: [
            ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            ("AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY"),
            ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        ])
    func documentedKeys(id: String, secret: String) {
        var variables = EnvironmentCase.with(["AWS_ACCESS_KEY_ID": id, "AWS_SECRET_ACCESS_KEY": secret])
        var findings = EnvironmentCase.facts(variables).diagnosis.findings
        #expect(findings.first?.code == .credentialsExamplePair)
        #expect(findings.first?.status == .fail)
        // A mock takes them.
        variables["AWS_ENDPOINT_URL"] = "http://localhost:8080"
        findings = EnvironmentCase.facts(variables).diagnosis.findings
        #expect(!findings.contains { $0.status == .fail })
        #expect(findings.contains { $0.code == .credentialsExamplePair && $0.status == .warn })
    }

    @Test("keys of the right form are never taken for placeholders")
    func realForms() {
        var random = SystemRandomNumberGenerator()
        let base32 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+")
        for _ in 0..<500 {
            let id = "AKIA" + String((0..<16).map { _ in base32.randomElement(using: &random) ?? "A" })
            let secret = String((0..<40).map { _ in base64.randomElement(using: &random) ?? "A" })
            let variables = EnvironmentCase.with(["AWS_ACCESS_KEY_ID": id, "AWS_SECRET_ACCESS_KEY": secret])
            let codes = EnvironmentCase.facts(variables).diagnosis.findings.map(\.code)
            #expect(codes == [.credentialsFound, .regionFound, .configEndpointRegional])
        }
    }
}
