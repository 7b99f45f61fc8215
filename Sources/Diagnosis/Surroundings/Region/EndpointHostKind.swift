/// Whose host an endpoint names.
package enum EndpointHostKind: Sendable, Hashable {
    case aws
    case thisMachine
    case other

    package init(_ host: String) {
        self =
            AWSHostName(host) != nil
            ? .aws
            : host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || host.hasPrefix("127.")
                ? .thisMachine : .other
    }
}
