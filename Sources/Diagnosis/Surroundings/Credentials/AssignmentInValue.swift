import Codes
import JSONText
import Report

/// Finds values that hold their own assignment: `AWS_ACCESS_KEY_ID=AWS_ACCESS_KEY_ID=AKIA...`, a line of an env file
/// that went into a secret store whole, or a line of `~/.aws/credentials` with its name.
enum AssignmentInValue {
    /// The value behind `NAME=`, `export NAME=`, `set NAME=`, `name = ` or `NAME: `; `nil` when it has none of these.
    static func inner(_ value: String, of name: String) -> String? {
        var rest = ValueFlaw.cleaned(value)[...]
        for word in ["export ", "set ", "setx ", "$env:"] where rest.lowercased().hasPrefix(word) {
            rest = rest.dropFirst(word.count)
        }
        guard rest.lowercased().hasPrefix(name.lowercased()) else { return nil }
        rest = rest.dropFirst(name.count).drop { $0 == " " }
        guard let sign = rest.first, sign == "=" || sign == ":" else { return nil }
        return ValueFlaw.cleaned(String(rest.dropFirst()))
    }

    static func findings(_ variables: CredentialVariables) -> [Finding] {
        variables.present.compactMap { name, value in inner(value, of: name).map { finding(name, value, $0) } }
    }

    private static func finding(_ name: String, _ value: String, _ inner: String) -> Finding {
        // Only the first sign is the assignment's: a token may hold more of them.
        let sign = value.first { $0 == "=" || $0 == ":" } ?? "="
        let isSimple = value.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F && $0 != "\"" && $0 != "'" }
        let remedy: Remedy =
            inner.isEmpty || !isSimple
            ? Remedy("Set the value without its name", command: VariableView.ask(name))
            : Remedy("Remove the name", command: "export \(name)=\"${\(name)#*\(sign)}\"")
        return Finding(
            code: .credentialsNameInValue, check: CredentialsCheck.check, status: .fail,
            title: "The value of \(name) begins with the variable's own name",
            detail:
                "The whole line of an assignment was taken for the value: \(name) holds `\(name)\(sign)...`. Every request is signed with it as it is, and refused.",
            evidence: ["variable": .string(name), "value": VariableView.secret(value)], where: .client,
            confidence: .certain, remedies: [remedy])
    }
}

extension CredentialVariables {
    /// The variables, each that holds an assignment with the value that it assigns.
    var withoutAssignments: CredentialVariables {
        CredentialVariables(
            Dictionary(
                uniqueKeysWithValues: present.map {
                    ($0.name, AssignmentInValue.inner($0.value, of: $0.name) ?? $0.value)
                }))
    }
}
