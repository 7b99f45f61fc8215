/// Why there is no endpoint to send to.
public struct EndpointError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// The region cannot be a part of a host name.
        case invalidRegion(String)
        /// There is no `scheme://` in front.
        case missingScheme(String)
        /// The scheme is neither `https` nor `http`.
        case otherScheme(String)
        /// The URL has a user name or a password.
        case hasUserInformation
        /// The URL has a query.
        case hasQuery
        /// The URL has a fragment.
        case hasFragment
        /// The URL has white space, a control character, a backslash or a byte outside ASCII.
        case unexpectedByte(UInt8)
        /// The host is empty or no host name.
        case invalidHost(String)
        /// The port is not a number from 1 to 65535.
        case invalidPort(String)
    }

    /// What is wrong.
    public let problem: Problem
    /// The variable that the value came from, nil when the caller gave it.
    public internal(set) var variable: String?

    init(_ problem: Problem) {
        self.problem = problem
    }

    /// What was expected, what was found, where, and what to do.
    public var description: String {
        (variable.map { "\($0): " } ?? "") + reason
    }

    private var reason: String {
        switch problem {
        case .invalidRegion(let region):
            "expected a region such as us-east-1, found \(Self.quoted(region)): set AWS_REGION to the region's id"
        case .missingScheme(let url):
            "expected a URL that begins with https://, found \(Self.quoted(Self.withoutPassword(url))): put https:// "
                + "before it"
        case .otherScheme(let scheme):
            "expected the scheme https or http, found \(Self.quoted(scheme)): use https://"
        case .hasUserInformation:
            "expected a URL without user name and password, found one with: remove what stands before the @"
        case .hasQuery:
            "expected a URL without a query, found a question mark: remove it and what follows"
        case .hasFragment:
            "expected a URL without a fragment, found a #: remove it and what follows"
        case .unexpectedByte(let byte):
            "expected a URL of visible ASCII characters, found the byte 0x\(String(byte, radix: 16)): look for spaces, "
                + "quotes and line ends in the value"
        case .invalidHost(let host):
            "expected a host name, found \(Self.quoted(host)): check the URL"
        case .invalidPort(let port):
            "expected a port from 1 to 65535, found \(Self.quoted(port)): check the URL"
        }
    }

    /// The text in quotes, with control characters written out.
    private static func quoted(_ text: String) -> String {
        text.prefix(200).debugDescription
    }

    /// The text without anything that might be user information.
    private static func withoutPassword(_ text: String) -> String {
        text.lastIndex(of: "@").map { "..." + text[$0...] } ?? text
    }
}
