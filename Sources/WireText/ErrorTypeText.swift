/// The name of an error as AWS's protocols write it, cut out of what stands around it.
///
/// A name may have a namespace before `#` and an address behind `:`
/// (<https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization>):
/// `aws.protocoltests#FooError:http://internal.amazon.com/coral/x/` means `FooError`.
package struct ErrorTypeText: Sendable, Hashable {
    package let name: String

    /// What followed the first `:`, or else stood before the `#`.
    package let namespace: String?

    package init(_ written: String) {
        let address = written.firstIndex(of: ":")
        let shape = written[..<(address ?? written.endIndex)]
        let mark = shape.lastIndex(of: "#")
        name = String(mark.map { shape[shape.index(after: $0)...] } ?? shape)
        namespace =
            address.map { String(written[written.index(after: $0)...]) } ?? mark.map { String(shape[..<$0]) }
    }
}
