#!/usr/bin/env perl
# Perl's AWS::Signature4 (Debian's libaws-signature4-perl). It takes the service, and mostly the region, from the host.
use strict;
use warnings;
use AWS::Signature4;
use HTTP::Request;
use JSON::PP;
use MIME::Base64;

# A header's name is sent as it is given.
$HTTP::Headers::TRANSLATE_UNDERSCORE = 0;
my $json = JSON::PP->new->utf8->canonical;
$| = 1;

sub sign {
    my ($message) = @_;
    my ($options, $described, $keys) = ($message->{options} // {}, $message->{request}, $message->{credentials});
    return {skipped => 'AWS::Signature4 signs in one way only'} if %$options;
    return {skipped => 'AWS::Signature4 takes a token only as an object of VM::EC2'} if exists $keys->{sessionToken};
    my ($host) = map { $_->[1] } grep { lc $_->[0] eq 'host' } @{$described->{headers}};
    my $request = HTTP::Request->new($described->{method}, "https://$host$described->{target}");
    return {skipped => 'Perl writes this target in another way before it signs'}
        if $request->uri->path_query ne $described->{target};
    $request->push_header(@$_) for @{$described->{headers}};
    $request->header('X-Amz-Date' => $message->{time});
    $request->content(decode_base64($described->{body} // ''));
    AWS::Signature4->new(-access_key => $keys->{accessKeyId}, -secret_key => $keys->{secretAccessKey})
        ->sign($request, $message->{region});
    my @headers;
    $request->headers->scan(sub { push @headers, ["$_[0]", "$_[1]"] });
    return {target => $request->uri->path_query, headers => \@headers};
}

while (my $line = <STDIN>) {
    my $message = $json->decode($line);
    last if $message->{end};
    if ($message->{protocol}) {
        print $json->encode({
            name => 'AWS::Signature4', version => AWS::Signature4->VERSION, language => 'Perl', features => ['headers']}), "\n";
        next;
    }
    my $answer = eval { sign($message) } // {error => "$@"};
    print $json->encode({id => $message->{id}, %$answer}), "\n";
}
