import { describe, expect, test } from '@jest/globals';
import { parseRedisUrl, RedisUrlError } from '../../../src/cache/redis/url.ts';

const plain = { form: 'redis', tls: false, username: undefined, password: undefined, database: 0, master: '' };

describe('a Redis URL', () => {
  test.each([
    ['redis://localhost', { nodes: [{ host: 'localhost', port: 6379 }] }],
    ['redis://10.0.0.1:7000', { nodes: [{ host: '10.0.0.1', port: 7000 }] }],
    ['redis://[::1]:7000/', { nodes: [{ host: '::1', port: 7000 }] }],
    ['redis://h/3', { nodes: [{ host: 'h', port: 6379 }], database: 3 }],
    ['rediss://h:6380', { nodes: [{ host: 'h', port: 6380 }], tls: true }],
    ['redis://:p%40ss@h', { nodes: [{ host: 'h', port: 6379 }], password: 'p@ss' }],
    ['redis://user:p@ss@h', { nodes: [{ host: 'h', port: 6379 }], username: 'user', password: 'p@ss' }],
    [
      'redis://user:pw@a:1,b:2,c',
      {
        form: 'redis-cluster',
        nodes: [
          { host: 'a', port: 1 },
          { host: 'b', port: 2 },
          { host: 'c', port: 6379 },
        ],
        username: 'user',
        password: 'pw',
      },
    ],
    [
      'rediss://user:pw@a:1,rediss://user:pw@b:2',
      {
        form: 'redis-cluster',
        nodes: [
          { host: 'a', port: 1 },
          { host: 'b', port: 2 },
        ],
        tls: true,
        username: 'user',
        password: 'pw',
      },
    ],
    [
      'redis+sentinel://a:26379,b/mymaster',
      {
        form: 'redis-sentinel',
        nodes: [
          { host: 'a', port: 26_379 },
          { host: 'b', port: 26_379 },
        ],
        master: 'mymaster',
      },
    ],
    [
      'rediss+sentinel://user:pw@a/mymaster/2',
      {
        form: 'redis-sentinel',
        nodes: [{ host: 'a', port: 26_379 }],
        master: 'mymaster',
        tls: true,
        username: 'user',
        password: 'pw',
        database: 2,
      },
    ],
  ])('%s is read', (url, expected) => {
    expect(parseRedisUrl(url)).toEqual({ ...plain, ...expected });
  });

  test.each([
    [''],
    ['http://user:hunter2@h'],
    ['redis://'],
    ['redis://user:hunter2@'],
    ['redis://user:hunter2@h:99999'],
    ['redis://user:hunter2@h:0'],
    ['redis://user:hunter2@h:port'],
    ['redis://user:hunter2@h/zero'],
    ['redis://user:hunter2%zz@h'],
    ['redis://user:hunter2@a,b/1'],
    ['redis://user:hunter2@a,,b'],
    ['redis+sentinel://user:hunter2@a'],
    ['redis://user:x,hunter2@h'],
  ])('%s is refused, in words that quote nothing of it', (url) => {
    let error: unknown;
    try {
      parseRedisUrl(url);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RedisUrlError);
    expect(String(error)).not.toContain('hunter2');
  });
});
