import { Button } from 'antd';
import { Pencil, Plus } from 'lucide-react';
import type { AreaTree as Tree } from '../../api/contract';
import type { AreaTask } from './AreaForm';

interface AreaTreeProps {
  tree: Tree;
  openId: string | undefined;
  onOpen: (communityId: string) => void;
  onTask: (task: AreaTask) => void;
}

export function AreaTree({ tree, openId, onOpen, onTask }: AreaTreeProps) {
  return (
    <nav className="area-tree" aria-label="街道和社区">
      {tree.subdistricts.map((subdistrict) => {
        const { id, name, code, countyName, mayAdd, mayManage, communities } = subdistrict;
        return (
          <section key={id}>
            <div className="row between">
              <h2>
                {name}
                {countyName && <span>{countyName}</span>}
              </h2>
              {mayManage && (
                <Button
                  type="text"
                  className="area-edit"
                  icon={<Pencil />}
                  aria-label={`改${name}`}
                  title={`改${name}`}
                  onClick={() =>
                    onTask({
                      what: 'describe',
                      kind: 'subdistrict',
                      area: { id, name, code, shortCode: null },
                    })
                  }
                />
              )}
            </div>
            <ul>
              {communities.map((community) => (
                <li key={community.id}>
                  <button
                    type="button"
                    aria-current={community.id === openId ? 'page' : undefined}
                    onClick={() => onOpen(community.id)}
                  >
                    <b>{community.name}</b>
                    <span>
                      {community.drawn
                        ? `${community.gridCount} 个网格 · ${community.buildingCount} 栋楼`
                        : '还没有画边界'}
                    </span>
                  </button>
                </li>
              ))}
              {communities.length === 0 && <li className="note-text">还没有社区</li>}
            </ul>
            {mayAdd && (
              <Button
                type="link"
                className="area-add"
                icon={<Plus />}
                onClick={() => onTask({ what: 'community', subdistrict })}
              >
                添加社区
              </Button>
            )}
          </section>
        );
      })}
      {tree.mayAdd && (
        <Button icon={<Plus />} onClick={() => onTask({ what: 'subdistrict' })}>
          添加街道
        </Button>
      )}
    </nav>
  );
}
