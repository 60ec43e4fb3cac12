import './people-merge/becoming-one.js';
import './people-merge/refusals.js';
import './people-merge/at-once.js';
import './people-merge/killed.js';
