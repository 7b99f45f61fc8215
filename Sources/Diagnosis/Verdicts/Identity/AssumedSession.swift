import Evidence
import JSONText
package import SigV4
import WireText

/// The temporary credentials of a role, as AssumeRole of AWS STS gives them.
///
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>. STS answers in JSON when that is what is
/// accepted, with the moment in seconds since 1970; what plays STS may know XML only.
package struct AssumedSession: Sendable {
    package let credentials: SigningCredentials

    /// From when on the credentials are refused, in seconds since 1970.
    package let expiration: Int64

    package init(credentials: SigningCredentials, expiration: Int64) {
        self.credentials = credentials
        self.expiration = expiration
    }

    /// Reads an answer; `nil` when it holds no whole set of credentials.
    package init?(_ body: [UInt8]) {
        let fields = Fields(body)
        guard let keyID = fields["AccessKeyId"], let secret = fields["SecretAccessKey"],
            let token = fields["SessionToken"], let expiration = fields.expiration
        else { return nil }
        self.init(
            credentials: SigningCredentials(accessKeyID: keyID, secretAccessKey: secret, sessionToken: token),
            expiration: expiration)
    }

    private enum Fields {
        case json(JSONValue)
        case xml(String)

        init(_ body: [UInt8]) {
            let value = try? JSONValue(parsing: body)
            let credentials = value?["AssumeRoleResponse"]?["AssumeRoleResult"]?["Credentials"]
            self = credentials.map { .json($0) } ?? .xml(String(decoding: body, as: UTF8.self))
        }

        subscript(name: String) -> String? {
            let text =
                switch self {
                case .json(let credentials): credentials[name]?.stringValue
                case .xml(let text): XMLFields.text(of: name, in: text)
                }
            return text?.isEmpty == false ? text : nil
        }

        var expiration: Int64? {
            if case .json(let credentials) = self, let seconds = credentials["Expiration"]?.numberValue?.double {
                return Int64(exactly: seconds.rounded(.down))
            }
            return self["Expiration"].flatMap(ISO8601Time.unixSeconds)
        }
    }
}
