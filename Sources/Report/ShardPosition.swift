/// One of several runs that share a plan: the `index`th of `total`, from 1.
package struct ShardPosition: Sendable, Hashable {
    /// From 1.
    package let index: Int
    package let total: Int

    /// `nil` unless the index is one of the total.
    package init?(index: Int, total: Int) {
        guard total >= 1, (1...total).contains(index) else { return nil }
        self.index = index
        self.total = total
    }

    /// The places, in a sorted plan of so many entries, that fall to it: every `total`th, so that neighbours, which are
    /// alike, spread over all.
    package func places(of count: Int) -> [Int] { Array(stride(from: index - 1, to: count, by: total)) }
}

extension ShardPosition: CustomStringConvertible {
    /// `2/4`, as `--shard` takes it.
    package var description: String { "\(index)/\(total)" }
}
