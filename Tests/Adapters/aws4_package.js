// aws4, wherever it is installed: Debian's node-aws4, or npm's aws4.
'use strict';

function load() {
  for (const name of ['aws4', '/usr/share/nodejs/aws4/aws4.js']) {
    try {
      return {
        aws4: require(name),
        about: require(name === 'aws4' ? 'aws4/package.json' : '/usr/share/nodejs/aws4/package.json'),
      };
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error('aws4 is not installed: apt-get install node-aws4, or npm install aws4');
}

module.exports = load();
