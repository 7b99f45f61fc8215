import JSONText
import WireText

/// Recognises a reference that one program resolves, in a place where another reads it as the value.
enum ValueReference {
    /// Whose reference a value is and why it stands there, or `nil` when it is none.
    static func reason(_ value: String) -> String? {
        let text = value.trimmedWhitespace().trimmed(of: "\"'")
        if text.hasPrefix("os.environ/") { return "it is LiteLLM's reference to a variable, which was not expanded" }
        guard let form = forms.first(where: { $0.begins.contains { text.hasPrefix($0) } }) else { return nil }
        return form.reason
    }

    /// How references begin.
    ///
    /// Sources: the documentation of Helm and Jinja, GitHub Actions, Vault's injectors (bank-vaults), 1Password, CloudFormation and SOPS.
    private static let forms: [(begins: [String], reason: String)] = [
        (["{{resolve:"], "it is a dynamic reference of CloudFormation, which is not resolved in this place"),
        (["${{", "{{", "{%"], "it is an expression of a template that nothing rendered"),
        (["${", "$("], "it is a variable's name that nothing expanded"),
        (["%"], "it is a variable's name in the form of Windows' command line, which nothing expanded"),
        (
            ["process.env.", "import.meta.env", "os.environ[", "os.getenv(", "env("],
            "it is code that reads a variable, and not its value"
        ),
        (
            ["vault:"],
            "it is a reference into Vault, which nothing resolved: the injector does not run for this container"
        ),
        (["op://"], "it is a reference of 1Password, which op run would resolve"),
        (["arn:aws:secretsmanager:", "arn:aws:ssm:"], "it is the ARN of a secret, and not what is in it"),
        (["ENC["], "it is encrypted (SOPS), and nothing decrypted it"),
    ]
}
